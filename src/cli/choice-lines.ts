import type { Sourced } from '../domain/project/sourced.ts';
import type { RadioChoices } from '../domain/radio/radio-choices.ts';
import type { RadioAsked } from './radio-options.ts';

/** Every physical choice that the links are reckoned with, a line each, with its source or "assumed". */
export function choiceLines(asked: RadioAsked, uses: { readonly premisesMast: boolean }): string[] {
  const { choices, above, canopies } = asked;
  const { air, rainTimePercent } = choices;
  const line = (what: string, figure: Sourced<unknown>, unit: string, shown = figure.value): string =>
    `${what}: ${String(shown)}${unit} (${figure.source?.title ?? 'assumed'})`;
  return [
    `heights of antennas: above ${above}`,
    line('k', choices.earthFactor, '', Number(choices.earthFactor.value.toPrecision(6))),
    line('rain rate R0.01', choices.rainRateMillimetresPerHour, ' mm/h'),
    `rain worse than reckoned with: ${rainTimePercent} % of the year (choose with --rain-percent)`,
    line('air', air, '', airWords(air.value)),
    line('own roof: nothing blocks within', choices.ownRoofMetres, ' m of either antenna'),
    ...(canopies.length > 0 ? [line('leaf margin over trees', choices.leafMarginMetres, ' m')] : []),
    ...(uses.premisesMast ? [line('mast on the roofs of premises', choices.premisesMastMetres, ' m')] : []),
  ];
}

function airWords(air: RadioChoices['air']['value']): string {
  return `${air.pressureHectopascals} hPa, ${air.temperatureKelvin} K, ${air.waterVapourGramsPerCubicMetre} g/m³`;
}
