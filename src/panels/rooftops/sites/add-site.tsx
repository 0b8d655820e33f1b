import { type FormEvent, useRef, useState } from 'react';
import { addSites } from '../../../actions/edit-sites.ts';
import { findPlace } from '../../../actions/find-place.ts';
import { setNextSite } from '../../../actions/set-rooftops-view.ts';
import type { HeightAbove } from '../../../domain/radio/rooftop-site.ts';
import { antennaFault } from '../../../stores/derived/site-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp, useView } from '../../app-provider.tsx';
import { AboveField } from '../above-field.tsx';
import { pickOnMap } from '../pick-on-map.ts';

/** A site by form: name, place, height and what it is above; or by a place on the map, with the same height. */
export function AddSite() {
  const context = useApp();
  const next = useView(({ rooftops }) => rooftops.nextSite);
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const [metres, setMetres] = useState(String(next.antennaMetres));
  const [faults, setFaults] = useState<{ readonly place: string | null; readonly metres: string | null }>(
    NO_FAULTS,
  );
  const placeField = useRef<HTMLInputElement>(null);
  const heightField = useRef<HTMLInputElement>(null);
  const setHeight = (text: string, above: HeightAbove): boolean => {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    const fault = antennaFault(number, above);
    setMetres(text);
    setFaults((before) => ({ ...before, metres: fault }));
    setNextSite(context, { antennaMetres: fault ? next.antennaMetres : number, above });
    return fault === null;
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isHeight = setHeight(metres, next.above);
    const found = await findPlace(context, place);
    if ('problem' in found) {
      setFaults((before) => ({ ...before, place: found.problem }));
      placeField.current?.focus();
      return;
    }
    setFaults((before) => ({ ...before, place: null }));
    if (!isHeight) {
      heightField.current?.focus();
      return;
    }
    const { lon, lat } = found;
    addSites(context, [{ name, lon, lat, antennaMetres: Number(metres), above: next.above }]);
  };
  return (
    <section className="panel-section" aria-labelledby="add-site-title">
      <h2 id="add-site-title">Add a site</h2>
      <form className="site-form" noValidate onSubmit={(event) => void add(event)}>
        <Field label="Name" hint="Left empty, it is numbered.">
          {(ids) => (
            <input
              {...ids}
              className="control"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Place"
          hint="Latitude and longitude, a grid reference or a postcode."
          error={faults.place}
        >
          {(ids) => (
            <input
              {...ids}
              ref={placeField}
              className="control"
              value={place}
              onChange={(event) => setPlace(event.target.value)}
            />
          )}
        </Field>
        <div className="site-height">
          <Field label="Antenna (metres)" error={faults.metres}>
            {(ids) => (
              <input
                {...ids}
                ref={heightField}
                className="control"
                type="number"
                inputMode="decimal"
                step={0.5}
                value={metres}
                onChange={(event) => setHeight(event.target.value, next.above)}
              />
            )}
          </Field>
          <AboveField value={next.above} onChange={(above) => setHeight(metres, above)} />
        </div>
        <div className="row">
          <Button kind="main" type="submit">
            Add the site
          </Button>
          <Button icon="target" onClick={() => pickOnMap(context, { kind: 'new-site' })}>
            Place it on the map
          </Button>
        </div>
      </form>
    </section>
  );
}

const NO_FAULTS = { place: null, metres: null };
