export interface QuantityRowsProps {
  readonly lines: readonly {
    readonly name: string;
    /** Below the name: how much of it, or what is to be said of it. */
    readonly below: string;
    readonly value: string;
    /** Its range; null where it has no width. */
    readonly band: string | null;
  }[];
}

/** Rows of a table of what a route takes: a name, its value and its range. */
export function QuantityRows({ lines }: QuantityRowsProps) {
  return (
    <tbody>
      {lines.map(({ name, below, value, band }) => (
        <tr key={name}>
          <th scope="row">
            {name}
            <span className="small soft cost-band">{below}</span>
          </th>
          <td className="number">
            {value}
            {band ? <span className="small soft cost-band"> {band}</span> : null}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
