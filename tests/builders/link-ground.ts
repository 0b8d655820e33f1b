import { converterToDegrees } from '../../src/domain/geo/convert-coordinates.ts';
import type { LinkGround } from '../../src/domain/radio/judge-link.ts';
import type { LinkEnd } from '../../src/domain/radio/link-end.ts';
import { LinkMeter } from '../../src/domain/radio/link-meter.ts';
import type { RadioChoices } from '../../src/domain/radio/radio-choices.ts';
import type { HeightGrid } from '../../src/domain/terrain/height-grid.ts';
import type { HeightModel } from '../../src/domain/terrain/height-model.ts';
import { genericDevice, linkQuestion } from './link-question.ts';

/** Links reckoned with 60 GHz over several metres' accuracy: London's rain, k = 4/3, no roof left out, masts of 2 m. */
export function radioChoices(other: Partial<RadioChoices> = {}): RadioChoices {
  const { air, rainRateMillimetresPerHour, rainTimePercent } = linkQuestion();
  return {
    deviceId: 'generic-60-ghz-multipoint',
    earthFactor: { value: 4 / 3, source: null },
    rainTimePercent,
    rainRateMillimetresPerHour,
    air,
    leafMarginMetres: { value: 0, source: null },
    premisesMastMetres: { value: 2, source: null },
    ownRoofMetres: { value: 0, source: null },
    ...other,
  };
}

/** A height model of a surface and, if given, a ground. */
export function modelOf(surface: HeightGrid, ground: HeightGrid | null = null): HeightModel {
  return { surface, ground, notes: [] };
}

/** What links over a surface are judged by. */
export function linkGround(
  surface: HeightGrid,
  given: {
    readonly device?: string;
    readonly choices?: Partial<RadioChoices>;
    readonly ground?: HeightGrid | null;
    readonly buildingAt?: LinkGround['buildingAt'];
  } = {},
): LinkGround {
  const device = genericDevice(given.device ?? 'generic-60-ghz-multipoint');
  return {
    model: modelOf(surface, given.ground),
    meter: new LinkMeter(device, radioChoices(given.choices)),
    buildingAt: given.buildingAt ?? null,
  };
}

/** An end at so many metres from the south-western corner of a grid of the builders. */
export function endAt(
  grid: HeightGrid,
  [x, y]: readonly [number, number],
  antennaMetres: number,
  other: Partial<LinkEnd> = {},
): LinkEnd {
  const south = grid.north - grid.rows * grid.cellHeightMetres;
  const [lon, lat] = converterToDegrees(grid.system)(grid.west + x, south + y);
  return { name: `(${x}, ${y})`, lon, lat, antennaMetres, above: 'surface', ...other };
}
