import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { layerLines } from '../../stores/derived/layer-lines.ts';
import { useProject } from '../app-provider.tsx';
import { LayerItem } from './layer-item.tsx';

export interface LayerListProps {
  readonly analysis: Analysis | null;
}

/** The coverage layers: shown or hidden on the map, what they count, where they come from. */
export function LayerList({ analysis }: LayerListProps) {
  const layers = useProject((state) => state.project.layers);
  const lines = layerLines(analysis, layers, analysis ? analysis.units.length - 1 : 0);
  const technologies = [...new Set(lines.map((line) => line.technology))];
  return (
    <section className="panel-section" aria-labelledby="layers-title">
      <h2 id="layers-title">Coverage layers</h2>
      {lines.length === 0 ? <p>No coverage is loaded. Drop in coverage areas, records or shares.</p> : null}
      {technologies.map((technology) => (
        <div className="layer-group" key={technology}>
          <h3>{technology}</h3>
          <ul>
            {lines
              .filter((line) => line.technology === technology)
              .map((line) => (
                <LayerItem key={line.id} line={line} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
