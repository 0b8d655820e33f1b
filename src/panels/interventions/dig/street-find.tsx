import { type FormEvent, useState } from 'react';
import { chooseStreet } from '../../../actions/set-interventions-view.ts';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import { streetNamed } from '../../../stores/derived/street-names.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp } from '../../app-provider.tsx';
import { onceThere } from '../../once-there.ts';
import { StreetField } from '../street-field.tsx';

/** Looks a street up by name, on the route or not; on the map a click does the same. */
export function StreetFind({ ground }: { readonly ground: DigGround | null }) {
  const context = useApp();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  if (!ground || ground.streets.length === 0) return null;
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const street = streetNamed(ground, text);
    setFault(street ? null : `No loaded street is called “${text.slice(0, 40)}”.`);
    if (!street) return;
    chooseStreet(context, street);
    onceThere('street-title', (title) => title.focus());
  };
  return (
    <section className="panel-section screen-only" aria-labelledby="find-street">
      <h2 id="find-street">Block, lift or force a street</h2>
      <form className="place-root" noValidate onSubmit={find}>
        <StreetField
          ground={ground}
          hint="Its name; or choose it on the map or in the table."
          value={text}
          fault={fault}
          onChange={setText}
        />
        <Button type="submit">Look at it</Button>
      </form>
    </section>
  );
}
