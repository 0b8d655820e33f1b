import { setCompareAuthority } from '../../actions/compare-areas.ts';
import type { Comparison } from '../../domain/compare/comparison.ts';
import { authorityChoices } from '../../stores/derived/compare-authorities.ts';
import { Badge } from '../../ui/badge.tsx';
import { Field } from '../../ui/field.tsx';
import { useApp, useView } from '../app-provider.tsx';

/** Which authority is compared and how that is known, with a choice where the files leave one. */
export function AuthorityChoice({ comparison }: { readonly comparison: Comparison }) {
  const context = useApp();
  const chosen = useView((state) => state.compare.authority);
  const { authority, atHand, published } = comparison;
  const known = atHand.filter(({ guessed }) => !guessed);
  const isCertain = known.length === 1 && (chosen === null || chosen === known[0].code);
  const options = known.length > 0 ? known : authorityChoices(published);
  return (
    <>
      {authority ? (
        <p>
          <strong className="anywhere">{authority.name || 'Authority'}</strong>{' '}
          <span className="soft">({authority.code})</span>{' '}
          {authority.guessed ? <Badge kind="assumed">assumed</Badge> : null}
          <span className="compare-basis small soft anywhere">{authority.basis}</span>
        </p>
      ) : (
        <p>
          Nothing in the loaded files tells which authority this is.
          {options.length > 0 ? ' Choose it to compare it with others.' : ''}
        </p>
      )}
      {isCertain || options.length === 0 ? null : (
        <Field label="Authority">
          {(ids) => (
            <select
              {...ids}
              className="control"
              value={authority?.code ?? ''}
              onChange={(event) => setCompareAuthority(context, event.target.value || null)}
            >
              {authority ? null : <option value="">Choose …</option>}
              {options.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name ? `${name} (${code})` : code}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
