import type { Source } from '../project/figure.ts';

/** The recommendations behind the lines of a link budget, each in the edition that is implemented. */
const TITLES = {
  'P.372-16': ['Radio noise', '2022-08'],
  'P.525-5': ['Calculation of free-space attenuation', null],
  'P.526-15': ['Propagation by diffraction', '2019-10'],
  'P.530-18': ['Design of terrestrial line-of-sight systems', '2021-09'],
  'P.676-13': ['Attenuation by atmospheric gases', '2022-08'],
  'P.835-6': ['Reference standard atmospheres', '2017-12'],
} as const;

/** A recommendation as a source. */
export function recommendation(name: keyof typeof TITLES): Source {
  const [title, date] = TITLES[name];
  return {
    title: `Rec. ITU-R ${name}: ${title}`,
    publisher: 'ITU-R',
    date,
    licence: null,
    url: `https://www.itu.int/rec/R-REC-${name.split('-')[0]}`,
  };
}
