import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useState } from 'react';
import { Icon } from './icon.tsx';

/** One line of the list. */
export interface ComboboxOption {
  readonly key: string;
  /** "Ward", "Postcode" */
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
}

export interface ComboboxProps {
  readonly label: string;
  /** The label is heard only. */
  readonly labelUnseen?: boolean;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly ComboboxOption[];
  /** An option was chosen, by its place in the list. */
  readonly onChoose: (option: number) => void;
  /** Enter was pressed while no option was picked out. */
  readonly onEnter: () => void;
  /** Escape in an empty field. */
  readonly onLeave?: () => void;
  readonly onFocus?: () => void;
  /** Stands above the list: what was understood, or what is wrong. */
  readonly note?: ReactNode;
  /** Stands below it. */
  readonly foot?: ReactNode;
  /** Read out once it has settled: how many there are. */
  readonly said: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly shortcut?: string;
}

/**
 * A text field with a list below it, after the ARIA practices' editable combobox with list autocomplete: arrows pick an
 * option out, Enter chooses it, Escape empties the field. The focus stays in the field.
 */
export function Combobox(props: ComboboxProps) {
  const { label, value, options, note, foot, said, hint } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(open ? said : ''), QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [said, open]);
  const picked = active < options.length ? active : -1;
  const listed = open && options.length > 0;
  const shown = open && (options.length > 0 || Boolean(note));
  useEffect(() => {
    if (picked >= 0) document.getElementById(`${id}-${picked}`)?.scrollIntoView({ block: 'nearest' });
  }, [picked, id]);
  const choose = (option: number): void => {
    setOpen(false);
    setActive(-1);
    props.onChoose(option);
  };
  // One step past either end nothing is picked out: the text itself is meant.
  const nextActive = (step: 1 | -1): number => {
    const places = options.length + 1;
    const from = open ? picked : -1;
    return ((from + 1 + step + places) % places) - 1;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(nextActive(event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (picked >= 0 && listed) choose(picked);
      else {
        setOpen(true);
        props.onEnter();
      }
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
      if (value === '') props.onLeave?.();
      else props.onChange('');
    } else if (event.key === 'Tab') setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus has left.
    <div
      className="combobox"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <label className={props.labelUnseen ? 'unseen' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className="combobox-field">
        <Icon name="search" size={18} />
        <input
          ref={props.inputRef}
          id={id}
          className="control"
          type="text"
          role="combobox"
          aria-expanded={listed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={listed && picked >= 0 ? `${id}-${picked}` : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          aria-keyshortcuts={props.shortcut}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={props.placeholder}
          value={value}
          onChange={(event) => {
            setOpen(true);
            setActive(-1);
            props.onChange(event.target.value);
          }}
          onFocus={() => {
            props.onFocus?.();
            if (value !== '') setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="combobox-popup" hidden={!shown}>
        {note ? <div className="combobox-note">{note}</div> : null}
        {options.length > 0 ? (
          <div role="listbox" id={`${id}-list`} aria-label={label} hidden={!listed}>
            {options.map((option, i) => (
              // biome-ignore lint/a11y/useFocusableInteractive: as above.
              // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's.
              <div
                key={option.key}
                id={`${id}-${i}`}
                role="option"
                aria-selected={i === picked}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(i)}
              >
                <span className="combobox-title anywhere">{option.title}</span>
                <span className="combobox-kind">{option.kind}</span>
                <span className="combobox-detail anywhere">{option.detail}</span>
              </div>
            ))}
          </div>
        ) : null}
        {foot ? <p className="combobox-foot">{foot}</p> : null}
      </div>
      <p className="unseen" role="status" aria-live="polite">
        {settled}
      </p>
    </div>
  );
}

const QUIET_MILLISECONDS = 500;
