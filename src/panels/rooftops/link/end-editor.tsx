import { useEffect, useId, useRef } from 'react';
import { editSite } from '../../../actions/edit-sites.ts';
import { findPlace } from '../../../actions/find-place.ts';
import { setLinkEnds } from '../../../actions/set-rooftops-view.ts';
import type { HeightAbove } from '../../../domain/radio/rooftop-site.ts';
import { linkEndOf } from '../../../stores/derived/link-end-of.ts';
import { placeText } from '../../../stores/derived/site-text.ts';
import { Button } from '../../../ui/button.tsx';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { AboveField } from '../above-field.tsx';
import { pickOnMap } from '../pick-on-map.ts';
import { HeightSlider } from './height-slider.tsx';

export interface EndEditorProps {
  readonly end: 'from' | 'to';
  readonly title: string;
  /** A height that is being tried; null: as it stands. */
  readonly tried: number | null;
  readonly onTry: (metres: number | null) => void;
}

/** One end of the link: a site or a place, its antenna's height, and what that is above. */
export function EndEditor({ end, title, tried, onTry }: EndEditorProps) {
  const context = useApp();
  const id = useId();
  const project = useProject((state) => state.project);
  const point = useView(({ rooftops }) => rooftops.link[end]);
  const next = useView(({ rooftops }) => rooftops.nextSite);
  const placed = linkEndOf(project, point);
  const isSite = point?.kind === 'site' && placed !== null;
  const write = (edit: { readonly antennaMetres?: number; readonly above?: HeightAbove }): void => {
    if (point?.kind === 'site') editSite(context, point.siteId, 'Changed the height of', edit);
    else if (point) setLinkEnds(context, { [end]: { ...point, ...edit } });
  };
  const commit = useCommitAtRest(tried, (metres) => {
    onTry(null);
    write({ antennaMetres: metres });
  });
  const toPlace = async (text: string): Promise<string | null> => {
    const found = await findPlace(context, text);
    if ('problem' in found) return found.problem;
    const height = placed ? { antennaMetres: placed.antennaMetres, above: placed.above } : next;
    onTry(null);
    setLinkEnds(context, {
      [end]: { kind: 'place', lon: found.lon, lat: found.lat, ...height, ofPremises: false },
    });
    return null;
  };
  return (
    <fieldset className="link-end">
      <legend>{title}</legend>
      <Field label="Site">
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={isSite ? point.siteId : ''}
            onChange={(event) => {
              onTry(null);
              const siteId = event.target.value;
              if (siteId) setLinkEnds(context, { [end]: { kind: 'site', siteId } });
            }}
          >
            <option value="">{placed ? 'A place, no site' : 'Choose a site'}</option>
            {project.sites.map((site) => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <CommittedInput
        label="Place"
        hint={
          isSite
            ? 'The site’s; another place here leaves the site where it is.'
            : 'Latitude and longitude, a grid reference or a postcode.'
        }
        value={placed ? placeText(placed) : ''}
        onCommit={toPlace}
      />
      <Button kind="quiet" icon="target" onClick={() => pickOnMap(context, { kind: 'link-end', end })}>
        Choose it on the map<span className="unseen">: {title}</span>
      </Button>
      {placed ? (
        <div className="link-height">
          <HeightSlider
            id={id}
            metres={tried ?? placed.antennaMetres}
            standing={placed.antennaMetres}
            above={placed.above}
            onTry={onTry}
            onRest={commit}
          />
          <AboveField value={placed.above} onChange={(above) => write({ above })} />
        </div>
      ) : null}
    </fieldset>
  );
}

/** A height that is tried becomes the end's own once it rests, so that a drag is one step of undo. */
function useCommitAtRest(tried: number | null, commit: (metres: number) => void): () => void {
  const latest = useRef({ tried, commit });
  latest.current = { tried, commit };
  const now = useRef(() => {
    const { tried: metres, commit: take } = latest.current;
    if (metres !== null) take(metres);
  });
  useEffect(() => {
    if (tried === null) return;
    const timer = setTimeout(now.current, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [tried]);
  return now.current;
}

const REST_MILLISECONDS = 800;
