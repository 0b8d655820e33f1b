import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../ui/button.tsx';
import { FindBox } from './find-box.tsx';

/** The search of the top bar. Where the bar has no room, a button opens it as a line of its own below. */
export function FindBar() {
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const byLetter = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const bySlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTextField(event.target);
      if (event.defaultPrevented || event.shiftKey || !(byLetter || bySlash)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      openAndFocus(setOpen, input.current);
      input.current?.select();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus has left.
    <div
      className={open ? 'bar-find is-open' : 'bar-find'}
      ref={place}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Button
        kind="quiet"
        icon="search"
        className="bar-button bar-find-button"
        aria-expanded={open}
        // The field below it must not close and open again.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (open ? setOpen(false) : openAndFocus(setOpen, input.current))}
      >
        Find<span className="unseen"> a place</span>
      </Button>
      <search className="bar-find-field">
        <FindBox
          label="Find a place"
          labelUnseen
          placeholder="Postcode, ward, address …"
          inputRef={input}
          shortcut="Control+K /"
          onChosen={() => setOpen(false)}
          onLeave={() => {
            setOpen(false);
            place.current?.querySelector<HTMLElement>('.bar-find-button')?.focus();
          }}
        />
      </search>
    </div>
  );
}

/** At once, so that not even the first letter typed is lost. */
function openAndFocus(setOpen: (open: boolean) => void, input: HTMLInputElement | null): void {
  flushSync(() => setOpen(true));
  input?.focus();
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches(
      'textarea, select, input:not([type="checkbox"], [type="radio"], [type="file"]), [contenteditable]',
    )
  );
}
