import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Borough, boroughOf, DEMO_PREMISES, DEMO_SEED } from '../../geodata/borough.ts';
import type { BoroughFile } from '../../geodata/borough-file.ts';
import { boroughFiles } from '../../geodata/borough-files.ts';
import { boroughPack } from '../../geodata/borough-pack.ts';
import { type DescribedFile, dataPackage, demoPackage, describedFile } from '../../geodata/data-package.ts';
import { councilAssetContent } from '../../geodata/heights/council-assets.ts';
import { groundGridLines, treeContent } from '../../geodata/heights/height-files.ts';
import { heightsPack } from '../../geodata/heights/heights-pack.ts';
import { type WrittenFile, writeBytes, writeOpenFile, writeText } from '../../geodata/open-files.ts';
import { streetContents } from '../../geodata/streets/street-files.ts';
import { streetsPack } from '../../geodata/streets/streets-pack.ts';
import { loadGrid } from '../domain/geo/british-national-grid.ts';
import { writePack } from '../formats/pack.ts';

/**
 * `notspot generate`: writes a fictional borough, as open files and as a pack, into a folder; progress on stderr, one
 * line of JSON on stdout. With `--demo` it writes only what the repository keeps: the packs into `DIR/public/demo`, their
 * description into `DIR/geodata`.
 * @returns the exit code: 0 written, 1 the folder cannot be written to, 2 the arguments were not understood
 */
export async function generate(argv: string[]): Promise<number> {
  const asked = read(argv);
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n\n${USAGE}`);
    return 2;
  }
  const started = performance.now();
  const tell = (doing: string) =>
    process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${doing}\n`);
  try {
    await loadGrid();
    const borough = boroughOf({ premises: asked.premises, seed: asked.seed, onProgress: tell });
    const files = asked.demo ? await writeDemo(borough, asked, tell) : await writeAll(borough, asked, tell);
    process.stdout.write(
      `${JSON.stringify({ borough: borough.name, fictional: true, seed: asked.seed, premises: borough.plan.premises.length, wards: borough.areas.wards.length, out: asked.out, files })}\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(
      `Nothing more was written to ${asked.out}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 1;
  }
}

const USAGE = `Usage: npm run -s notspot -- generate --premises N --out DIR [--seed S] [--heights] [--streets]
       npm run -s notspot -- generate --demo --out DIR

  --premises N   premises to make, ${1000} to 2000000
  --out DIR      folder to write into; made if missing
  --seed S       any text; the same seed makes the same borough (default "${DEMO_SEED}")
  --heights      trees, council assets and the bare ground as well (trees.geojson, council-assets.geojson, ground.asc)
  --streets      streets to dig, fibre points, ducts and poles, and restrictions as well (street-links.geojson,
                 fibre-points.geojson, ducts-and-poles.geojson, street-restrictions.csv)
  --demo         the demo borough as the repository keeps it: DIR/public/demo and DIR/geodata
`;

interface Asked {
  readonly premises: number;
  readonly seed: string;
  readonly out: string;
  readonly demo: boolean;
  readonly heights: boolean;
  readonly streets: boolean;
}

/** The arguments read, or what is wrong with them. */
function read(argv: string[]): Asked | string {
  let values: {
    premises?: string;
    out?: string;
    seed?: string;
    demo?: boolean;
    heights?: boolean;
    streets?: boolean;
  };
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        premises: { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string' },
        demo: { type: 'boolean' },
        heights: { type: 'boolean' },
        streets: { type: 'boolean' },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (!values.out) return 'Say where to write: --out DIR.';
  const out = resolve(values.out);
  const seed = values.seed ?? DEMO_SEED;
  if (values.demo) {
    if (values.premises !== undefined) return '--demo has its own number of premises: leave --premises out.';
    if (values.heights) return '--demo keeps no trees and no ground: leave --heights out.';
    if (values.streets) return '--demo keeps its streets as a pack: leave --streets out.';
    return { premises: DEMO_PREMISES, seed, out, demo: true, heights: false, streets: false };
  }
  const premises = Number(values.premises);
  if (!(Number.isInteger(premises) && premises >= 1000 && premises <= 2_000_000))
    return 'Say how many premises, a whole number from 1000 to 2000000: --premises N.';
  const [heights, streets] = [values.heights === true, values.streets === true];
  return { premises, seed, out, demo: false, heights, streets };
}

async function writeDemo(
  borough: Borough,
  asked: Asked,
  tell: (doing: string) => void,
): Promise<WrittenFile[]> {
  const packFolder = join(asked.out, 'public', 'demo');
  const descriptionFolder = join(asked.out, 'geodata');
  await mkdir(packFolder, { recursive: true });
  await mkdir(descriptionFolder, { recursive: true });
  tell('writing borough.pack');
  const pack = await writeBytes(packFolder, 'borough.pack', writePack(boroughPack(borough)));
  tell('writing heights.pack');
  const heights = await writeBytes(packFolder, 'heights.pack', writePack(heightsPack(borough, asked.seed)));
  tell('writing streets.pack');
  const streets = await writeBytes(packFolder, 'streets.pack', writePack(streetsPack(borough, asked.seed)));
  const text = demoPackage(borough, asked, { pack, heights, streets });
  return [
    pack,
    heights,
    streets,
    await writeBytes(descriptionFolder, 'datapackage.json', new TextEncoder().encode(text)),
  ];
}

async function writeAll(
  borough: Borough,
  asked: Asked,
  tell: (doing: string) => void,
): Promise<WrittenFile[]> {
  await mkdir(asked.out, { recursive: true });
  const files: DescribedFile[] = [];
  const heights = asked.heights ? [treeContent(borough, asked.seed), councilAssetContent(borough)] : [];
  if (asked.streets) tell('planning streets to dig');
  const streets = asked.streets ? streetContents(borough, asked.seed) : [];
  for (const content of [...boroughFiles(borough), ...heights, ...streets]) {
    const file: BoroughFile = content.make();
    tell(`writing ${file.fileName}`);
    files.push(describedFile(content, file, await writeOpenFile(asked.out, file)));
    if (content.contentId === 'superfast-shares') {
      const shares = {
        ...file,
        fileName: 'superfast-shares.csv',
        rows: file.rows.map(({ cells }) => ({ cells, shape: null })),
      };
      const described = {
        ...content,
        contentId: 'superfast-shares-table',
        title: `${content.title}, without shapes`,
      };
      files.push(describedFile(described, shares, await writeOpenFile(asked.out, shares)));
    }
  }
  if (asked.heights) tell('writing ground.asc');
  const ground = asked.heights
    ? await writeText(asked.out, 'ground.asc', groundGridLines(borough, asked.seed))
    : undefined;
  tell('writing borough.pack');
  const pack = await writeBytes(asked.out, 'borough.pack', writePack(boroughPack(borough)));
  const { premises, seed } = asked;
  const text = dataPackage({
    name: borough.name,
    premises,
    seed,
    files,
    ground,
    pack,
    packPath: 'borough.pack',
  });
  const written = files.flatMap((file) => (file.written ? [file.written] : []));
  return [
    ...written,
    ...(ground ? [ground] : []),
    pack,
    await writeBytes(asked.out, 'datapackage.json', new TextEncoder().encode(text)),
  ];
}
