import type { DatasetRecord, DatasetReports, Project } from './project.ts';

/** The project with a file's reports in its present role. */
export function projectWithReport(project: Project, contentId: string, reports: DatasetReports): Project {
  const { report, reportAsRead } = reports;
  const datasets = project.datasets.map((dataset): DatasetRecord => {
    if (dataset.contentId !== contentId) return dataset;
    const { reportAsRead: _before, ...rest } = dataset;
    return { ...rest, report, ...(reportAsRead && reportAsRead !== report ? { reportAsRead } : {}) };
  });
  return { ...project, datasets };
}
