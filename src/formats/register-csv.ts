import type { Lever } from '../domain/plan/lever.ts';
import { PLAN_ITEMS, type PlanCard } from '../domain/plan/plan-card.ts';
import { PLAN_ITEM_WORDS } from '../domain/plan/plan-card-words.ts';
import type { Register } from '../domain/plan/register.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { writeCsv } from './csv.ts';
import {
  REGISTER_COLUMNS,
  rateCardLines,
  shielded,
  sourceCells,
  spreadCells,
  type WrittenLine,
} from './rate-card-csv.ts';
import { DEVICE_NUMBERS, DEVICE_PRICES, DEVICE_TEXTS, deviceNumber, deviceText } from './register-devices.ts';

/**
 * A register as CSV to edit in a spreadsheet, a figure a line, with its source; without one it is assumed. `readRegisterCsv`
 * gives back the identical register.
 */
export function writeRegisterCsv({ planCard, rates, devices, levers }: Register): string {
  const lines = [
    ...planCardLines(planCard),
    ...rateCardLines(rates),
    ...devices.flatMap(deviceLines),
    ...levers.flatMap(leverLines),
  ];
  return writeCsv(
    REGISTER_COLUMNS,
    lines.map((line) => REGISTER_COLUMNS.map((column) => line[column] ?? null)),
  );
}

function planCardLines({ id, name, priceBase, items, claims }: PlanCard): WrittenLine[] {
  return [
    { part: 'plan card', rate: 'id', value: shielded(id) },
    { part: 'plan card', rate: 'name', value: shielded(name) },
    { part: 'plan card', rate: 'priceBase', what: 'Year of the prices', value: priceBase },
    ...PLAN_ITEMS.map((item): WrittenLine => {
      const { label, limit } = PLAN_ITEM_WORDS[item];
      return { part: 'plan item', rate: item, what: label, unit: limit.unit, ...spreadCells(items[item]) };
    }),
    ...claims.map(
      ({ text, pounds, source }): WrittenLine => ({
        ...{ part: 'claim', of: shielded(text), rate: 'pounds', what: 'What is claimed' },
        ...{ unit: '£', value: pounds, ...sourceCells(source) },
      }),
    ),
  ];
}

function deviceLines(device: DeviceProfile): WrittenLine[] {
  const { id, band, steps } = device;
  const line = (rate: string, rest: WrittenLine): WrittenLine => ({
    ...{ part: 'radio', of: shielded(id), rate },
    ...rest,
  });
  const { lowGigahertz: low, highGigahertz: high } = band.value;
  return [
    ...DEVICE_TEXTS.map((path) => {
      const text = deviceText(device, path);
      return line(path, { value: text && shielded(text) });
    }),
    line('band', { what: 'Band, low to high', unit: 'GHz', low, high, ...sourceCells(band.source) }),
    ...DEVICE_NUMBERS.map(({ path, limit }) => {
      const { value, source } = deviceNumber(device, path);
      return line(path, { unit: limit.unit, value, ...sourceCells(source) });
    }),
    line('steps', {
      what: 'Rates, as JSON',
      value: JSON.stringify(steps.value),
      ...sourceCells(steps.source),
    }),
    ...DEVICE_PRICES.map((path) => {
      const { lowPounds, highPounds, year, source } = device[path];
      const cells = { what: 'Price, low to high, and its year', unit: '£', value: year };
      return line(path, { ...cells, low: lowPounds, high: highPounds, ...sourceCells(source) });
    }),
  ];
}

function leverLines({ id, kind, removes, places, owner, cost, from, until, source }: Lever): WrittenLine[] {
  const line = (rate: string, rest: WrittenLine): WrittenLine => ({
    ...{ part: 'lever', of: shielded(id), rate },
    ...rest,
  });
  return [
    line('kind', { value: kind }),
    line('removes', { what: 'Barriers, as JSON', value: JSON.stringify(removes) }),
    line('places', {
      what: 'Roofs or streets, as JSON; blank: all',
      value: places && JSON.stringify(places),
    }),
    line('owner', { value: shielded(owner) }),
    line('cost', {
      what: 'What it costs the council; no figures: not known',
      ...(cost
        ? { unit: shielded(cost.unit), value: cost.basis, low: cost.low, mid: cost.mid, high: cost.high }
        : {}),
      ...sourceCells(source),
    }),
    line('from', { value: from && shielded(from) }),
    line('until', { value: until && shielded(until) }),
  ];
}
