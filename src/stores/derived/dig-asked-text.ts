import type { ChosenPremises } from '../../domain/dig/chosen-premises.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import { count, percent, unitWord } from '../../domain/not-spots/headline.ts';
import type { Selection } from '../../domain/project/selection.ts';
import { uncapitalised } from '../../domain/uncapitalised.ts';
import { numberOf } from './count-text.ts';
import { poundsText } from './pounds-text.ts';

/** Names that a selection's words need: of wards by code, of clusters by id. */
export interface SelectionNames {
  readonly ward: (code: string) => string | undefined;
  readonly cluster: (id: string) => string | undefined;
}

/** "Hollowbeck ward", "the cluster Mill Lane", "a drawn shape", "a list of 14 ids". */
export function selectionWords(selection: Selection, names: SelectionNames): string {
  switch (selection.kind) {
    case 'ward':
      return `${names.ward(selection.code) ?? selection.code} ward`;
    case 'cluster': {
      const name = names.cluster(selection.clusterId);
      return name ? `the cluster ${name}` : `a cluster of ${numberOf(selection.rows.length, 'row')}`;
    }
    case 'shape':
      return 'a drawn shape';
    case 'list':
      return `a list of ${numberOf(selection.ids.length, 'id')}`;
  }
}

/** "96 of 412 premises are not-spots (23.3 %): the dig is asked for them." with what is not known. */
export function chosenWords(chosen: ChosenPremises, onlyNotSpots: boolean): string {
  const { all, notSpots, perhaps, notKnown, unit, whyNotTold } = chosen;
  if (all === 0) return `No ${unit} are there.`;
  const of = `${count(all)} ${unitWord(unit, all)}`;
  if (notSpots === null)
    return onlyNotSpots
      ? `${whyNotTold ?? 'Not-spots are not known.'} To reach all ${of}, untick “Only not-spots”.`
      : `${of}, whether covered or not.`;
  const unknown = notKnown > 0 ? ` Of ${count(notKnown)} it is not known.` : '';
  // The lists of wards and clusters count the middle of a range; a dig is asked for every one of them.
  const sure =
    perhaps > 0
      ? `: ${count(notSpots - perhaps)} surely, ${count(perhaps)} perhaps. Both are asked for; lists of wards and clusters count a middle between`
      : '';
  const spots = `${count(notSpots)} of ${of} ${notSpots === 1 ? 'is a not-spot' : 'are not-spots'} (${percent(notSpots / all)})${sure}.`;
  return onlyNotSpots ? `${spots}${unknown}` : `${of}; ${uncapitalised(spots)}${unknown}`;
}

/** "Serve all of them", "Serve within £250,000". */
export function aimWords(aim: DigQuestion['aim']): string {
  if (aim.kind === 'serve all') return 'Serve all of them';
  if (aim.kind === 'serve within a budget') return `Serve as many as ${poundsText(aim.pence)} can`;
  return `Serve who costs less than ${poundsText(aim.pencePerPremises)} each`;
}
