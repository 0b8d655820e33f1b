import { lazy, Suspense, useCallback, useEffect, useRef } from 'react';
import { editSite, moveSite, removeSite } from '../../../actions/edit-sites.ts';
import { findPlace } from '../../../actions/find-place.ts';
import { chooseSite, openRooftopTopic, setLinkEnds } from '../../../actions/set-rooftops-view.ts';
import type { RooftopSite } from '../../../domain/radio/rooftop-site.ts';
import { antennaFault, antennaText, placeText } from '../../../stores/derived/site-text.ts';
import { Button } from '../../../ui/button.tsx';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { useApp, useView } from '../../app-provider.tsx';
import { focusNamed } from '../../focus-named.ts';
import { useEscape } from '../../use-escape.ts';
import { AboveField } from '../above-field.tsx';
import { pickOnMap } from '../pick-on-map.ts';
import { PickingNotice } from '../picking-notice.tsx';

const ConsentsSection = lazy(async () => {
  const { ConsentsSection } = await import('../consents/consents-section.tsx');
  return { default: ConsentsSection };
});

/** One site's own view: what it is, where its antenna stands, what it leads to. Escape or the button leads back. */
export function SitePanel({ site }: { readonly site: RooftopSite }) {
  const context = useApp();
  const { id, name, above } = site;
  const isPicking = useView(({ rooftops }) => rooftops.picking !== null);
  const title = useRef<HTMLHeadingElement>(null);
  // Where the button that led here is gone, the focus would be lost.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  const goBack = useCallback((): void => {
    chooseSite(context, null);
    focusNamed('site', id);
  }, [context, id]);
  useEscape(isPicking ? null : goBack);
  const rename = (text: string): string | null => {
    if (text.trim() === '') return 'A site needs a name.';
    editSite(context, id, 'Renamed', { name: text.trim() });
    return null;
  };
  const move = async (text: string): Promise<string | null> => {
    const found = await findPlace(context, text);
    if ('problem' in found) return found.problem;
    moveSite(context, id, found.lon, found.lat);
    return null;
  };
  const setMetres = (text: string): string | null => {
    const metres = text.trim() === '' ? Number.NaN : Number(text);
    const fault = antennaFault(metres, above);
    if (!fault) editSite(context, id, 'Changed the height of', { antennaMetres: metres });
    return fault;
  };
  return (
    <article className="ward-view" aria-labelledby="site-title">
      <Button kind="quiet" icon="back" className="ward-back" onClick={goBack}>
        Back to all sites
      </Button>
      <header className="headline">
        <h2 id="site-title" className="ward-title anywhere" ref={title} tabIndex={-1}>
          {name}
        </h2>
        <p className="soft small number">
          {antennaText(site)} · {placeText(site)}
        </p>
        <div className="row">
          <Button kind="main" onClick={() => openRooftopTopic(context, 'reach')}>
            Show its reach
          </Button>
          <Button
            onClick={() => {
              setLinkEnds(context, { from: { kind: 'site', siteId: id } });
              openRooftopTopic(context, 'link');
            }}
          >
            Test a link from here
          </Button>
        </div>
      </header>
      <PickingNotice />
      <section className="panel-section" aria-labelledby="site-facts">
        <h2 id="site-facts">What it is</h2>
        <div className="site-form">
          <CommittedInput label="Name" value={name} onCommit={rename} />
          <CommittedInput label="Place" value={placeText(site)} onCommit={move} />
          <div className="site-height">
            <CommittedInput
              label="Antenna (metres)"
              type="number"
              inputMode="decimal"
              step={0.5}
              value={String(site.antennaMetres)}
              onCommit={setMetres}
            />
            <AboveField
              value={above}
              onChange={(next) =>
                editSite(context, id, 'Changed what the height is above at', { above: next })
              }
            />
          </div>
          <CommittedInput
            label="Owner"
            hint="Who lets the roof; left empty: not known."
            value={site.owner ?? ''}
            onCommit={(text) => {
              editSite(context, id, 'Changed the owner of', { owner: text.trim() || null });
              return null;
            }}
          />
          <div className="row">
            <Button icon="target" onClick={() => pickOnMap(context, { kind: 'move-site', siteId: id })}>
              Move it on the map
            </Button>
            <Button
              onClick={() => {
                removeSite(context, id);
                focusNamed('site', null);
              }}
            >
              Remove the site
            </Button>
          </div>
        </div>
      </section>
      <Suspense>
        <ConsentsSection />
      </Suspense>
    </article>
  );
}
