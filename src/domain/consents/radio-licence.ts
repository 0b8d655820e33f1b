import type { Source } from '../project/figure.ts';
import type { DeviceProfile } from '../radio/device.ts';
import type { ConsentFinding, ConsentVerdict } from './consent-hint.ts';
import { EHF_LICENCE, EXEMPT_57_71, FIXED_WIRELESS_ACCESS, SHARED_ACCESS } from './rule-sources.ts';

interface Licence {
  readonly applies: ConsentVerdict;
  readonly why: string;
  readonly source: Source | null;
  readonly assumed: string | null;
}

/** Must the radio be licensed or registered before it sends? UK-wide, by band and power. */
export function radioLicence(device: DeviceProfile | null): ConsentFinding {
  const { applies, why, source, assumed } = device ? licenceOf(device) : NO_DEVICE;
  return {
    rule: 'radio-licence',
    kind: 'spectrum',
    title: 'Licence for the radio',
    says: 'Sending needs a licence under the Wireless Telegraphy Act 2006, a light one that is only registered, or equipment that regulations exempt.',
    applies,
    why,
    owner: 'Ofcom',
    weeks: null,
    ruleDate: source?.date ?? null,
    source,
    assumed,
  };
}

const NO_DEVICE: Licence = {
  applies: 'not known',
  why: 'No radio is chosen.',
  source: null,
  assumed: null,
};

/** Most EIRP of an outdoor device in 57 to 71 GHz without a licence, and with one, dBm. */
const EXEMPT_DBM = 40;
const LICENSED_DBM = 55;

/** Fixed links there are exempt up to LICENSED_DBM where the antenna is at least so narrow and the power so low. */
const LINK_GAIN_DBI = 30;
const LINK_POWER_DBM = 10;

function licenceOf(device: DeviceProfile): Licence {
  const { lowGigahertz: low, highGigahertz: high } = device.band.value;
  const within = (from: number, to: number): boolean => low >= from && high <= to;
  if (within(57, 71)) return sixtyGigahertz(device);
  if (within(5.725, 5.85))
    return needed(
      'A light licence: registered with Ofcom, £1 a terminal, at least £50 a year (2016).',
      FIXED_WIRELESS_ACCESS,
    );
  if (within(3.8, 4.2))
    return needed(
      'A Shared Access licence for the place, £80 for 10 MHz a year (2023), given where it disturbs no other.',
      SHARED_ACCESS,
    );
  if (within(24.25, 26.5))
    return needed('A Shared Access licence; outdoors the terms are stricter than indoors.', SHARED_ACCESS);
  if (within(27.5, 29.5))
    return {
      applies: 'yes',
      why: 'Spectrum that was awarded to others: it must be leased from them.',
      source: null,
      assumed: 'That no other way leads to this band is assumed.',
    };
  return {
    applies: 'not known',
    why: `What a licence for ${low} to ${high} GHz asks was not found in a source.`,
    source: null,
    assumed: null,
  };
}

function sixtyGigahertz({ hub, powerDbm, kind }: DeviceProfile): Licence {
  const eirp = powerDbm.value + hub.gainDbi.value - hub.lossDecibels.value;
  const sends = `${Number(eirp.toFixed(1))} dBm EIRP`;
  const isNarrow =
    kind === 'point-to-point' && hub.gainDbi.value >= LINK_GAIN_DBI && powerDbm.value <= LINK_POWER_DBM;
  if (eirp > LICENSED_DBM)
    return needed(`${sends} is more than the ${LICENSED_DBM} dBm that a licence allows.`, EHF_LICENCE);
  if (eirp <= EXEMPT_DBM)
    return {
      applies: 'no',
      why: `${sends} is exempt up to ${EXEMPT_DBM} dBm.`,
      source: EXEMPT_57_71,
      assumed: LIMITS_ASSUMED,
    };
  if (isNarrow)
    return {
      applies: 'no',
      why: `${sends} of a fixed link with an antenna of at least ${LINK_GAIN_DBI} dBi and at most ${LINK_POWER_DBM} dBm into it is exempt.`,
      source: EXEMPT_57_71,
      assumed: LIMITS_ASSUMED,
    };
  return needed(
    `${sends} lies between ${EXEMPT_DBM} and ${LICENSED_DBM} dBm: a Spectrum Access (EHF) licence, one for any number of places.`,
    EHF_LICENCE,
  );
}

const LIMITS_ASSUMED = 'The limits in dBm are a dealer’s and the press’s; Ofcom’s own table was not at hand.';

function needed(why: string, source: Source): Licence {
  return { applies: 'yes', why, source, assumed: source === EHF_LICENCE ? LIMITS_ASSUMED : null };
}
