import { chooseSite } from '../../actions/set-rooftops-view.ts';
import { Field } from '../../ui/field.tsx';
import { useApp, useProject, useView } from '../app-provider.tsx';

/** Which site the topic is about. */
export function SiteSelect() {
  const context = useApp();
  const sites = useProject(({ project }) => project.sites);
  const siteId = useView(({ rooftops }) => rooftops.siteId);
  const chosen = sites.some(({ id }) => id === siteId) ? siteId : null;
  return (
    <Field label="Site">
      {(ids) => (
        <select
          {...ids}
          className="control"
          value={chosen ?? ''}
          onChange={(event) => chooseSite(context, event.target.value || null)}
        >
          {chosen === null ? <option value="">Choose a site</option> : null}
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
