import { TEMPLATES, type Template, templateText } from '../formats/templates.ts';
import { downloadText } from './download-text.ts';

/** The templates, for lists. */
export function templates(): readonly Template[] {
  return TEMPLATES;
}

/** Downloads a template to fill in. */
export function downloadTemplate(template: Template): string {
  const type = template.fileName.endsWith('.csv') ? 'text/csv;charset=utf-8' : 'application/geo+json';
  return downloadText(templateText(template), template.fileName, type);
}
