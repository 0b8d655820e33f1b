import '../rooftops.css';
import { useProject, useView } from '../../app-provider.tsx';
import { PickingNotice } from '../picking-notice.tsx';
import { AddSite } from './add-site.tsx';
import { FindRoofs } from './find-roofs.tsx';
import { SiteList } from './site-list.tsx';
import { SitePanel } from './site-panel.tsx';

/** Topic 'sites': the roofs and masts of the project, and how to add one; or one site's own view. */
export function SitesPanel() {
  const sites = useProject(({ project }) => project.sites);
  const siteId = useView(({ rooftops }) => rooftops.siteId);
  const site = sites.find(({ id }) => id === siteId);
  if (site) return <SitePanel site={site} key={site.id} />;
  return (
    <>
      <PickingNotice />
      <SiteList sites={sites} />
      <AddSite />
      <FindRoofs />
    </>
  );
}
