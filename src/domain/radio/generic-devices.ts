import type { Source } from '../project/figure.ts';
import type { Sourced } from '../project/sourced.ts';
import type { DeviceAntenna, DevicePrice, DeviceProfile } from './device.ts';
import type { ModulationStep } from './modulation.ts';

/**
 * Radios of no maker, one for each way a council meets: what is published carries its source, all else is assumed and says
 * so. Load a maker's own catalogue for a real plan.
 */
export const GENERIC_DEVICES: readonly DeviceProfile[] = [
  sixtyGigahertz({
    id: 'generic-60-ghz-multipoint',
    name: '60 GHz point-to-multipoint (generic)',
    kind: 'point-to-multipoint',
    powerDbm: fromTerragraph(16),
    hub: { gainDbi: fromTerragraph(30), beamwidthDegrees: assumed(90), lossDecibels: assumed(0) },
    premises: { gainDbi: fromTerragraph(30), beamwidthDegrees: assumed(90), lossDecibels: assumed(0) },
    sectors: assumed(4),
    clientsPerSector: fromTerragraph(15),
    hubPrice: assumedPrice(1500, 6000),
    premisesPrice: assumedPrice(200, 600),
  }),
  sixtyGigahertz({
    id: 'generic-60-ghz-link',
    name: '60 GHz point-to-point (generic)',
    kind: 'point-to-point',
    powerDbm: assumed(10),
    hub: antenna(40, 1.6),
    premises: antenna(40, 1.6),
    sectors: assumed(1),
    clientsPerSector: assumed(1),
    hubPrice: assumedPrice(300, 2500),
    premisesPrice: assumedPrice(300, 2500),
  }),
  {
    id: 'generic-28-ghz',
    name: '28 GHz point-to-multipoint (generic)',
    kind: 'point-to-multipoint',
    band: { value: { lowGigahertz: 27.8285, highGigahertz: 29.4525 }, source: order2007() },
    frequencyGigahertz: assumed(28),
    channelMegahertz: assumed(112),
    polarisation: 'vertical',
    powerDbm: assumed(22),
    noiseFigureDecibels: assumed(6),
    licence: {
      name: 'Spectrum Access 28 GHz (held by those who won it in the award of 2008)',
      eirpLimitDbm: assumed(55),
      fee: null,
    },
    hub: antenna(19, 90),
    premises: antenna(35, 3),
    sectors: assumed(4),
    clientsPerSector: assumed(30),
    steps: assumed([
      step('QPSK 3/4', 8, 150),
      step('16-QAM 3/4', 15, 300),
      step('64-QAM 5/6', 22, 500),
      step('256-QAM 5/6', 28, 670),
      step('1024-QAM 5/6', 35, 830),
    ]),
    hubPrice: assumedPrice(8000, 20_000),
    premisesPrice: assumedPrice(600, 1500),
  },
  {
    id: 'generic-5.8-ghz',
    name: '5.8 GHz point-to-multipoint (generic)',
    kind: 'point-to-multipoint',
    band: { value: { lowGigahertz: 5.725, highGigahertz: 5.85 }, source: fixedWirelessAccess() },
    frequencyGigahertz: assumed(5.8),
    channelMegahertz: assumed(40),
    polarisation: 'vertical',
    powerDbm: assumed(24),
    noiseFigureDecibels: assumed(6),
    licence: {
      name: 'Fixed Wireless Access light licence, 5725 to 5850 MHz',
      // 36 dBm, and 23 dBm in every MHz, which over 40 MHz is the wider of the two.
      eirpLimitDbm: { value: 36, source: broadbandFixedWireless() },
      fee: '£1 a terminal, at least £50 a year (2016)',
    },
    hub: antenna(17, 90),
    premises: antenna(23, 10),
    sectors: assumed(4),
    clientsPerSector: assumed(40),
    steps: assumed([
      step('QPSK 1/2', 8, 40),
      step('16-QAM 1/2', 14, 80),
      step('64-QAM 2/3', 21, 160),
      step('256-QAM 3/4', 29, 240),
    ]),
    hubPrice: assumedPrice(250, 900),
    premisesPrice: assumedPrice(80, 250),
  },
  {
    id: 'generic-3.8-4.2-ghz',
    name: '3.8–4.2 GHz shared access (generic)',
    kind: 'point-to-multipoint',
    band: { value: { lowGigahertz: 3.8, highGigahertz: 4.2 }, source: sharedAccess() },
    frequencyGigahertz: assumed(4),
    channelMegahertz: assumed(100),
    polarisation: 'vertical',
    powerDbm: assumed(37),
    noiseFigureDecibels: assumed(7),
    licence: {
      name: 'Shared Access licence, medium power',
      // As if 36 dBm were allowed in every 5 MHz: 36 + 10 log10(100 / 5). The licence itself says what is.
      eirpLimitDbm: assumed(49),
      fee: null,
    },
    hub: antenna(17, 65),
    premises: antenna(12, 60),
    sectors: assumed(3),
    clientsPerSector: assumed(60),
    steps: assumed([
      step('QPSK 1/2', 1, 75),
      step('16-QAM 1/2', 8, 160),
      step('64-QAM 2/3', 16, 320),
      step('64-QAM 5/6', 20, 450),
      step('256-QAM 5/6', 26, 640),
    ]),
    hubPrice: assumedPrice(10_000, 40_000),
    premisesPrice: assumedPrice(150, 400),
  },
];

type SixtyOwn = Omit<
  DeviceProfile,
  | 'band'
  | 'frequencyGigahertz'
  | 'channelMegahertz'
  | 'polarisation'
  | 'noiseFigureDecibels'
  | 'licence'
  | 'steps'
>;

/** What all radios at 60 GHz have in common. */
function sixtyGigahertz(own: SixtyOwn): DeviceProfile {
  return {
    ...own,
    band: { value: { lowGigahertz: 57, highGigahertz: 71 }, source: extremelyHigh() },
    // Channel 2 of IEEE 802.11ad, in the worst of the oxygen.
    frequencyGigahertz: assumed(60.48),
    channelMegahertz: assumed(2160),
    polarisation: 'vertical',
    noiseFigureDecibels: fromTerragraph(7),
    licence: {
      name: 'Spectrum Access: EHF (light licence for an EIRP between 40 and 55 dBm out of doors)',
      eirpLimitDbm: { value: 55, source: extremelyHigh() },
      fee: '£75 for five years (2021)',
    },
    // MCS 3 of the same table carries nothing and is left out.
    steps: fromTerragraph([
      step('MCS 4', 4.5, 67.5),
      step('MCS 5', 5, 115),
      step('MCS 6', 5.5, 260),
      step('MCS 7', 7.5, 452.5),
      step('MCS 8', 9, 645),
      step('MCS 9', 12, 741.25),
      { ...step('MCS 10', 14, 1030), backOffDecibels: 2 },
      { ...step('MCS 11', 16, 1415), backOffDecibels: 4 },
      { ...step('MCS 12', 18, 1800), backOffDecibels: 6 },
    ]),
  };
}

function step(name: string, snrDecibels: number, megabitsPerSecond: number): ModulationStep {
  return { name, snrDecibels, megabitsPerSecond, backOffDecibels: 0 };
}

function assumed<Value>(value: Value): Sourced<Value> {
  return { value, source: null };
}

function antenna(gainDbi: number, beamwidthDegrees: number): DeviceAntenna {
  return {
    gainDbi: assumed(gainDbi),
    beamwidthDegrees: assumed(beamwidthDegrees),
    lossDecibels: assumed(0),
  };
}

function assumedPrice(lowPounds: number, highPounds: number): DevicePrice {
  return { lowPounds, highPounds, year: null, source: null };
}

function fromTerragraph<Value>(value: Value): Sourced<Value> {
  const title = 'Terragraph planner: documentation, defaults and published tests for 60 GHz';
  return {
    value,
    source: {
      title,
      publisher: 'Meta',
      date: null,
      licence: 'MIT',
      url: 'https://github.com/terragraph/terragraph-planner',
    },
  };
}

function byOfcom(title: string, date: string | null, url: string | null = null): Source {
  return { title, publisher: 'Ofcom', date, licence: null, url };
}

function extremelyHigh(): Source {
  return byOfcom('Spectrum Access: EHF licence, licensing guidance', '2021-05-20');
}

function fixedWirelessAccess(): Source {
  return byOfcom(
    'Fixed wireless access (the 5725 to 5850 MHz band)',
    '2016-10-19',
    'https://www.ofcom.org.uk/manage-your-licence/radiocommunication-licences/fixed-wireless-access',
  );
}

/** What European administrations agreed on; the terms of the British licence were not at hand. */
function broadbandFixedWireless(): Source {
  return {
    title: 'ECC Recommendation (06)04: use of the band 5725 to 5875 MHz for broadband fixed wireless access',
    publisher: 'CEPT',
    date: null,
    licence: null,
    url: 'https://efis.dk/adhoc_recommendation_grabber.jsp?sectionId=26',
  };
}

function sharedAccess(): Source {
  return byOfcom('Shared Access licence, guidance document', '2019-07-25');
}

function order2007(): Source {
  return {
    title: 'The Wireless Telegraphy (Limitation of Number of Spectrum Access Licences) (No. 2) Order 2007',
    publisher: 'HM Government',
    date: '2007-12-21',
    licence: 'Open Government Licence v3.0',
    url: null,
  };
}
