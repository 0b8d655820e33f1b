import { chooseSite, hoverSite } from '../../../actions/set-rooftops-view.ts';
import type { RooftopSite } from '../../../domain/radio/rooftop-site.ts';
import { hasHeights } from '../../../stores/derived/link-needs.ts';
import { antennaText } from '../../../stores/derived/site-text.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { DemoHeights } from '../demo-heights.tsx';

/** Every site by name, with where its antenna stands; or what a site is, where there is none yet. */
export function SiteList({ sites }: { readonly sites: readonly RooftopSite[] }) {
  const context = useApp();
  const hovered = useView(({ rooftops }) => rooftops.hoveredSite);
  const lacksHeights = useProject(({ project }) => !hasHeights(project));
  if (sites.length === 0)
    return (
      <section className="headline" aria-labelledby="no-sites">
        <h2 id="no-sites" className="missing-title">
          No rooftop sites yet
        </h2>
        <p>
          A site is a roof, mast or column that could carry a radio. Add one below, and see which premises it
          would serve.
        </p>
        {lacksHeights ? <DemoHeights /> : null}
      </section>
    );
  return (
    <section className="headline" aria-labelledby="sites-title">
      <p className="headline-text">
        <strong className="headline-number">{sites.length.toLocaleString('en-GB')}</strong>{' '}
        <span className="headline-rest" id="sites-title">
          {sites.length === 1 ? 'rooftop site' : 'rooftop sites'}
        </span>
      </p>
      <ul className="site-list" aria-labelledby="sites-title" onMouseLeave={() => hoverSite(context, null)}>
        {sites.map((site) => (
          <li
            key={site.id}
            className={site.id === hovered ? 'site-line is-hovered' : 'site-line'}
            onMouseEnter={() => hoverSite(context, site.id)}
          >
            <button
              type="button"
              className="link anywhere"
              data-site={site.id}
              onClick={() => chooseSite(context, site.id)}
              onFocus={() => hoverSite(context, site.id)}
              onBlur={() => hoverSite(context, null)}
            >
              {site.name}
            </button>
            <span className="soft small number">{antennaText(site)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
