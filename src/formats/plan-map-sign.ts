import { type PaperPoint, tenth } from '../domain/geo/paper-frame.ts';
import { element, type Markup } from './page-html.ts';

/** A sign of the map, its middle at a point, so many times its size: shapes tell them apart, not colours alone. */
export function sign(name: MapSign, { x, y }: PaperPoint, times = 1): Markup {
  const at = (d: string): string =>
    d.replaceAll(
      /([ML])(-?[\d.]+) (-?[\d.]+)/g,
      (_, mark, dx, dy) => `${mark}${tenth(x + times * Number(dx))} ${tenth(y + times * Number(dy))}`,
    );
  switch (name) {
    case 'radio':
      return element('circle', { class: 'm-radio', cx: x, cy: y, r: tenth(4.4 * times) });
    case 'trench':
      return element('rect', {
        class: 'm-trench',
        x: tenth(x - 4.5 * times),
        y: tenth(y - 4.5 * times),
        width: tenth(9 * times),
        height: tenth(9 * times),
      });
    case 'missed':
      return element('path', { class: 'm-missed', d: at('M-4 -4L4 4M4 -4L-4 4') });
    case 'root':
      return element(
        'g',
        {},
        element('rect', {
          class: 'm-root',
          x: tenth(x - 8 * times),
          y: tenth(y - 8 * times),
          width: tenth(16 * times),
          height: tenth(16 * times),
        }),
        element('path', { class: 'm-sign', d: at('M0 5L0 -5M-4 -1L0 -5M4 -1L0 -5') }),
      );
    case 'hub':
      return element(
        'g',
        {},
        element('path', { class: 'm-hub', d: `${at('M0 -11L11 8L-11 8')}Z` }),
        element('path', { class: 'm-sign', d: at('M0 5L0 -3M-3 -1L0 -4M3 -1L0 -4') }),
      );
  }
}

export type MapSign = 'trench' | 'radio' | 'missed' | 'root' | 'hub';
