import { useEffect, useState } from 'react';
import type { HeightAbove } from '../../../domain/radio/rooftop-site.ts';
import { antennaFault, metresText } from '../../../stores/derived/site-text.ts';
import { Field } from '../../../ui/field.tsx';

export interface HeightSliderProps {
  readonly id: string;
  readonly metres: number;
  /** As it stands in the work, whatever is tried. */
  readonly standing: number;
  readonly above: HeightAbove;
  readonly onTry: (metres: number) => void;
  /** The hand is off it. */
  readonly onRest: () => void;
}

/** An antenna's height by slider and, equal to it, by number: every change is tried at once. */
export function HeightSlider({ id, metres, standing, above, onTry, onRest }: HeightSliderProps) {
  const [text, setText] = useState(String(metres));
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    setText((old) => (Number(old) === metres && old.trim() !== '' ? old : String(metres)));
    setFault(null);
  }, [metres]);
  const least = above === 'sea' ? Math.floor(standing - 40) : 0;
  const most = above === 'sea' ? Math.ceil(standing + 40) : Math.max(40, Math.ceil(standing + 10));
  return (
    <>
      <Field id={`${id}-slider`} label="Antenna (metres)" error={null}>
        {(ids) => (
          <input
            {...ids}
            className="height-range"
            type="range"
            min={least}
            max={most}
            step={0.5}
            value={metres}
            aria-valuetext={metresText(metres)}
            onChange={(event) => onTry(Number(event.target.value))}
            onPointerUp={onRest}
            onBlur={onRest}
          />
        )}
      </Field>
      <Field
        id={`${id}-number`}
        label={<span className="unseen">Antenna in metres, as a number</span>}
        error={fault}
      >
        {(ids) => (
          <input
            {...ids}
            className="control number"
            type="number"
            inputMode="decimal"
            step={0.5}
            value={text}
            onChange={(event) => {
              const { value } = event.target;
              setText(value);
              const number = value.trim() === '' ? Number.NaN : Number(value);
              const wrong = antennaFault(number, above);
              setFault(wrong);
              if (!wrong) onTry(number);
            }}
            onBlur={onRest}
          />
        )}
      </Field>
    </>
  );
}
