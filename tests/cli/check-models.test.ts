import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { useCommandRun } from '../builders/command-run.ts';

const run = useCommandRun();

function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(run.folder, path)), { recursive: true });
  writeFileSync(join(run.folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

const check = () => main(['check-models', '--cases', run.folder]);

// 92.448 dB at 1 GHz over 1 km.
const freeSpace = (rows: readonly string[], more = '') =>
  `case,f_ghz,d_km,expected_Lbf_dB,tol_dB${more}\n${rows.join('\n')}\n`;

describe('check-models', () => {
  it('prints a line per file and the sum, and ends with 0 where all passes', async () => {
    write('radio/any-name.csv', freeSpace(['A,1,1,92.45,0.06', 'B,10,1,112.45,0.06']));
    write('los/nycmesh_built_links.csv', 'link_from,link_to\n1,2\n');
    write('radio/itm_area.csv', 'h_tx__meter\n10\n');
    write('radio/p1812_validation.json', {});
    write('costs/costs.csv', 'not,looked,at\n1,2,3\n');
    expect(await check()).toBe(0);
    const lines = run.printed.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^los\/nycmesh_built_links\.csv skipped: not implemented/);
    expect(lines[1]).toMatch(/^radio\/any-name\.csv cases 2 passed 2 worst 0\.002\d*$/);
    expect(lines[2]).toMatch(/^radio\/itm_area\.csv skipped: not implemented/);
    expect(lines[3]).toMatch(/^radio\/p1812_validation\.json skipped: not implemented/);
    expect(lines[4]).toBe('2 passed, 0 failed');
    expect(lines).toHaveLength(5);
    expect(run.told).toBe('');
  });

  it('ends with 1 for a row that fails, and tells which, by how much and what was allowed', async () => {
    write('radio/free.csv', freeSpace(['good,1,1,92.45,0.06', 'bad,1,1,92.6,0.06']));
    expect(await check()).toBe(1);
    expect(run.printed).toContain('radio/free.csv cases 2 passed 1 worst 0.1522\n1 passed, 1 failed\n');
    expect(run.told).toMatch(
      /^radio\/free\.csv bad: loss should be 92\.6, is 92\.44\d+: off by 0\.15\d+ dB, allowed 0\.06/,
    );
  });

  it('leaves out rows whose assert is not yes', async () => {
    const rows = ['A,1,1,92.45,0.06,yes', 'B,1,1,0,,no - the peer is wrong', 'C,1,1,0,0.06,'];
    write('radio/free.csv', freeSpace(rows, ',assert'));
    expect(await check()).toBe(0);
    expect(run.printed).toContain('cases 1 passed 1');
    write('radio/free.csv', freeSpace(['B,1,1,0,,no'], ',assert'));
    expect(await check()).toBe(0);
    expect(run.printed).toMatch(/cases 0 passed 0 worst -\n0 passed, 0 failed\n$/);
  });

  it('knows every kind of case by what is in it, whatever the file is called', async () => {
    for (const [i, lines] of KINDS.entries()) write(`radio/kind-${i}.csv`, `${lines.join('\n')}\n`);
    write('los/steps.json', {
      mcs: {
        table: [
          { mcs: 4, snr_db: 4.5, mbps: 67.5 },
          { mcs: 5, snr_db: 5, mbps: 115 },
        ],
        snr_to_mcs: [
          [4.9, 4],
          [2, 0],
        ],
        mcs_to_rsl_dbm: [[4, -69.5]],
        rain_loss: { dist_km: 1, rain_mm_h: 30, expected_db: 5.8, tol: 0.05, freq_ghz: 60 },
      },
    });
    expect(await check()).toBe(0);
    expect(run.told).toBe('');
    expect(run.printed).toContain('los/steps.json cases 4 passed 4');
    expect(run.printed).toContain(`${4 + KINDS.length} passed, 0 failed`);
  });

  it('fails a word that nobody knows, and tells the ones it does', async () => {
    const [head, row] = KINDS[KINDS.length - 1];
    write('radio/cells.csv', `${head}\n${row.replace('UMa', 'InH')}\n`);
    expect(await check()).toBe(1);
    expect(run.told).toMatch(/says "InH" in model; known are UMa, UMi, RMa/);
  });

  it('fails a row that our model refuses, and one whose figures or tolerance are missing', async () => {
    const rows = ['zero,1,0,92.45,0.06', 'blank,1,,92.45,0.06', 'loose,1,1,92.45,'];
    write('radio/free.csv', freeSpace(rows));
    expect(await check()).toBe(1);
    expect(run.printed).toContain('cases 3 passed 0 worst -\n0 passed, 3 failed\n');
    expect(run.told).toMatch(/zero: ITU-R P\.525-5 holds where the distance/);
    expect(run.told).toMatch(/blank: blank has no number in d_km/);
    expect(run.told).toMatch(/loose: loose has none of tol_dB, tol_m and tol_rel/);
  });

  it('takes a tolerance as a share of what is expected', async () => {
    const head = 'f_ghz,d_km,p_percent,R001_mm_h,pol,expected_Ap_dB_capped,tol_rel\n';
    // Capped at two and a half times; not capped it is 0.295 dB.
    write('radio/rain.csv', `${head}11,0.3,0.1,28,V,0.2365,0.01\n11,0.3,0.1,28,V,0.295,0.01\n`);
    expect(await check()).toBe(1);
    expect(run.printed).toMatch(/radio\/rain\.csv cases 2 passed 1 worst 0\.198/);
    expect(run.told).toMatch(/row 2: attenuation should be 0\.295/);
  });

  it('names a file of unknown layout, a broken one and an empty one, goes on, and ends with 1', async () => {
    write('radio/free.csv', freeSpace(['A,1,1,92.45,0.06']));
    write('radio/odd.csv', 'x,y\n1,2\n');
    write('radio/none.csv', freeSpace([]));
    write('los/odd.json', { source: 'somebody', answers: [] });
    write('los/broken.json', '{');
    expect(await check()).toBe(1);
    expect(run.printed).toContain('los/broken.json not checked: NOT_READ');
    expect(run.printed).toContain('los/odd.json not checked: UNKNOWN_LAYOUT');
    expect(run.printed).toMatch(/radio\/none\.csv not checked: /);
    expect(run.printed).toContain('radio/odd.csv not checked: UNKNOWN_LAYOUT');
    expect(run.printed).toContain('1 passed, 4 failed\n');
    expect(run.told).toMatch(
      /odd\.csv has no layout known here \(columns x, y\)\. Known are: free-space loss \(P\.525\)/,
    );
  });

  it('compares profiles at each frequency, and a line of sight off the grazing line alone', async () => {
    const profile = (height: number, other: object) => ({
      case: `wall of ${height} m`,
      step_m: 10,
      h: Array.from({ length: 101 }, (_, i) => (i === 50 ? height : 0)),
      h_tx_agl_m: 20,
      h_rx_agl_m: 20,
      k_factor_ae_km: 1e12,
      expected_los_geometric: height <= 20,
      expected_min_clearance_m: 20 - height,
      tol_dB: 0.05,
      tol_clearance_m: 0.02,
      ...other,
    });
    const at28 = (Lbull_dB: number, min_clearance_over_F1: number) => ({
      expected_by_f_ghz: { 28: { Lbull_dB, min_clearance_over_F1 } },
    });
    write('los/profiles.json', {
      cases: [
        profile(0, at28(0, 12.24)),
        // ν = 4.3247 and J(ν) = 25.59 dB, then the term of 10.02 dB.
        profile(25, at28(35.4685, -3.059)),
        profile(20.01, { ...at28(16, -0.006), expected_los_geometric: true, tol_dB: 10 }),
        profile(25, { ...at28(35.4685, -3.059), expected_los_geometric: true }),
        profile(25, at28(30, -3.059)),
      ],
    });
    expect(await check()).toBe(1);
    expect(run.told).not.toMatch(/wall of 0 m|wall of 20\.01 m/);
    expect(run.told).toMatch(/wall of 25 m: line of sight should be true, is false/);
    expect(run.told).toMatch(/wall of 25 m: loss at 28 GHz should be 30/);
    expect(run.printed).toContain('cases 5 passed 3');
  });

  it('asks for a folder, and says what is wrong with one', async () => {
    expect(await main(['check-models'])).toBe(2);
    expect(await main(['check-models', '--cases', join(run.folder, 'none')])).toBe(2);
    expect(await main(['check-models', '--what'])).toBe(2);
    expect(run.told).toMatch(/--cases DIR/);
    expect(await check()).toBe(1);
    expect(run.told).toMatch(/holds no radio\/\*\.csv/);
    expect(await main(['check-models', '--help'])).toBe(0);
  });
});

/** A case of each kind of table, from the tests of the models, where their sources are. */
const KINDS: readonly (readonly [head: string, row: string])[] = [
  ['f_ghz,d_km,expected_Lbf_dB,tol_dB', '1,1,92.45,0.06'],
  ['f_ghz,d_km,d1_km,expected_F1_m,tol_m', '60,0.220093,0.110047,0.524333983,0.002'],
  ['nu,expected_J_exact_dB,expected_J_approx_dB,tol_approx_dB,tol_vs_exact_dB', '0,6.0206,6.0329,0.001,0.1'],
  ['f_ghz,d_km,d1_km,h_clearance_m,expected_Ad_dB,tol_dB', '28,1,0.5,0,10,0.05'],
  ['f_ghz,P_hPa,T_K,rho_g_m3,expected_gamma_dB_km,tol_rel', '60,1013.25,288.15,7.5,14.77831664,0.01'],
  [
    'el_deg,f_ghz,R_mm_h,tau_deg,expected_k,expected_alpha,expected_gammaR_dB_km,tol_rel',
    '31.07699124,14.25,26.48052,0,0.03975488,1.12418043,1.58130839,0.001',
  ],
  ['f_ghz,d_km,p_percent,R001_mm_h,pol,expected_Ap_dB_capped,tol_rel', '38,1,0.01,28,V,9.92908,0.01'],
  [
    'model,f_ghz,d_m,environment,path,expected_Lb_median_dB,tol_dB',
    'street_canyon_4.1.1,28,300,URBAN_HIGH_RISE,NLOS,143.43778,0.1',
  ],
  [
    'f_ghz,d_m,h1_m,h2_m,hr_m,l_m,b_m,w2_m,phi_deg,expected_L_dB,tol_dB',
    '2.1,500,12,1.5,10,500,30,15,90,139.52235,0.2',
  ],
  ['f_ghz,d_m,n,expected_L_dB,tol_dB', '26,50,2.0,94.2851,0.1'],
  ['f_ghz,h_ant_m,clutter,R_m,street_width_m,expected_Ah_dB,tol_dB', '0.7,1.5,OPEN_RURAL,10,27,17.16994,0.1'],
  ['f_ghz,d_km,p_loc_percent,expected_Lctt_dB,tol_dB', '26,1,50,32.70933,0.1'],
  ['f_ghz,prob_percent,building,elev_deg,expected_LBEL_dB,tol_dB', '60,90,TRADITIONAL,0,39.15248,0.1'],
  ['model,los,f_ghz,d2d_m,h_bs_m,h_ut_m,expected_PL_dB,tol_dB', 'UMa,LOS,5,1000,25,1.5,109.7252,0.06'],
];

const shared = join(projectRoot, '..', 'shared', 'refcases');
const because = existsSync(shared) ? '' : ' (skipped: they are not beside the repository)';

describe.skipIf(!existsSync(shared))(`the reference cases${because}`, () => {
  it('pass by their own tolerances: whole, or with the viewsheds left to those who know terrain', async () => {
    await main(['check-models', '--cases', shared]);
    const lines = run.printed.trimEnd().split('\n').slice(0, -1);
    const aside = 'los/viewshed.json not checked: UNKNOWN_LAYOUT';
    const checked = lines.filter((line) => line !== aside);
    const wrong = checked.filter((line) => {
      const [, cases, passed] = / cases (\d+) passed (\d+) worst /.exec(line) ?? [];
      return line.includes(' skipped: ') ? false : cases === undefined || cases !== passed;
    });
    expect(wrong).toEqual([]);
    expect(checked.filter((line) => line.includes(' cases ')).length).toBeGreaterThanOrEqual(17);
    expect(checked.filter((line) => line.includes(' skipped: '))).toHaveLength(4);
    expect(
      run.told.split('\n').filter((line) => line && !line.startsWith('los/viewshed.json UNKNOWN')),
    ).toEqual([]);
  });
});
