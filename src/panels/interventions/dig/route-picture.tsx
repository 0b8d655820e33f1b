import type { PaperPoint } from '../../../domain/geo/paper-frame.ts';
import { DIG_PLACE_LOOKS, ROUTE_LOOKS, STREET_LOOKS } from '../../../stores/derived/dig-looks.ts';
import type { DigPicture } from '../../../stores/derived/dig-picture.ts';
import { RADIO_LINES, ROOF_LOOKS } from '../../../stores/derived/plan-looks.ts';
import type { RooftopLook } from '../../../stores/derived/rooftop-looks.ts';

export interface RoutePictureProps {
  readonly picture: DigPicture;
  /** What it shows, for who does not see it. */
  readonly label: string;
}

/** A dig as a drawing: lines keep their widths and dashes at any size of paper. */
export function RoutePicture({ picture, label }: RoutePictureProps) {
  const { width, height, streets, bands, route, served, missed, roots, scale } = picture;
  const { byRadio, hubs, clients, links } = picture;
  return (
    <svg className="route-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="picture-streets" d={streets} />
      {bands.map(({ state, path, at }) => (
        <path
          key={`${state} ${at.x} ${at.y}`}
          className="picture-band"
          d={path}
          style={{ stroke: `var(${STREET_LOOKS[state].token})` }}
        />
      ))}
      {route.map(({ name, path }) => {
        const { token, widthPixels, dashes } = ROUTE_LOOKS[name];
        const wide = widthPixels / LINE_SHRINK;
        return (
          <path
            key={name}
            d={path}
            fill="none"
            style={{ stroke: `var(${token})`, strokeWidth: wide }}
            strokeDasharray={dashes.map((dash) => dash * wide).join(' ') || undefined}
          />
        );
      })}
      {clients === '' ? null : (
        <path
          d={clients}
          style={{ stroke: `var(${RADIO_LINES.client.token})`, strokeWidth: 0.5, strokeOpacity: 0.6 }}
        />
      )}
      {links === '' ? null : (
        <path
          d={links}
          strokeDasharray="5 2"
          style={{ stroke: `var(${RADIO_LINES.backhaul.token})`, strokeWidth: 2 }}
        />
      )}
      {byRadio.map(({ x, y }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name, and never change their order.
        <circle key={i} className="picture-by-radio" cx={x} cy={y} r={2} />
      ))}
      {served.map(({ x, y }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name, and never change their order.
        <circle key={i} className="picture-served" cx={x} cy={y} r={1.5} />
      ))}
      {bands.map(({ state, at }) => (
        <Sign key={`${state} ${at.x} ${at.y}`} look={STREET_LOOKS[state]} at={at} size={10} />
      ))}
      {missed.map((at, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name, and never change their order.
        <Sign key={i} look={DIG_PLACE_LOOKS.missed} at={at} size={10} />
      ))}
      {roots.map((root) => (
        <Sign key={root.id} look={DIG_PLACE_LOOKS['root-used']} at={root} size={14} />
      ))}
      {hubs.map((hub) => (
        <Sign key={hub.id} look={ROOF_LOOKS.trench} at={hub} size={14} />
      ))}
      {[...roots, ...hubs].map(({ id, name, x, y }) => (
        <text
          key={id}
          className="picture-text"
          // What lies beyond the frame is named at its edge.
          x={x > width / 2 ? Math.min(x, width) - 10 : Math.max(x, 0) + 10}
          y={Math.min(Math.max(y, 12), height - 12) + 4}
          textAnchor={x > width / 2 ? 'end' : 'start'}
        >
          {name}
        </text>
      ))}
      <g className="picture-scale" transform={`translate(${width - scale.length - 12} ${height - 10})`}>
        <rect x={-6} y={-22} width={scale.length + 12} height={28} />
        <path d={`M0-5V0H${scale.length}V-5`} />
        <text x={scale.length / 2} y={-8} textAnchor="middle">
          {scale.label}
        </text>
      </g>
    </svg>
  );
}

/** On paper a picture's lines are thinner than on a screen that can be brought nearer. */
const LINE_SHRINK = 1.8;

interface SignProps {
  readonly look: RooftopLook;
  readonly at: PaperPoint;
  readonly size: number;
}

function Sign({ look, at, size }: SignProps) {
  return (
    <g transform={`translate(${at.x - size / 2} ${at.y - size / 2}) scale(${size / 24})`}>
      <path d={look.outline} style={{ fill: `var(${look.token})` }} />
      <path className="picture-sign" d={look.sign} />
    </g>
  );
}
