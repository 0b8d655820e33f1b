import type { Source } from '../project/figure.ts';
import type { Sourced } from '../project/sourced.ts';
import type { Surface } from '../streets/surface.ts';
import type { Method, RateCard, Spread, TrenchRate } from './rate-card.ts';

/**
 * What is reckoned with until a person says otherwise. There is no citable UK table of what a metre of trench costs by
 * surface, so those prices are assumed; what has been published carries its source, at the prices of its year, and says
 * which of its three figures are not the source's. The range of a surface that is not known spans all surfaces.
 */
export const DEFAULT_RATES: RateCard = {
  id: 'starting-rates',
  name: 'Starting rates',
  priceBase: null,
  trench: [
    openCut('not known', [5, 100, 220], [30, 60, 150]),
    openCut('carriageway', [80, 130, 220], [30, 50, 150]),
    microtrench('carriageway', [20, 35, 60]),
    drill('carriageway', [90, 160, 300]),
    openCut('footway', [50, 85, 140], [30, 60, 150]),
    microtrench('footway', [18, 30, 55]),
    drill('footway', [90, 160, 300]),
    openCut('verge', [30, 50, 90], [30, 90, 150]),
    molePlough('verge', [8, 15, 30]),
    drill('verge', [60, 110, 220]),
    openCut('soft', [15, 30, 60], [30, 110, 150]),
    molePlough('soft', [5, 10, 20]),
    drill('soft', [60, 110, 220]),
  ],
  items: {
    poundsPerChamber: assumed(400, 800, 1500),
    metresBetweenChambers: assumed(50, 80, 150),
    poundsPerMetreOfLeadIn: from(leadInQuote(), 30, 49.7, 80),
    poundsPerLeadIn: assumed(50, 120, 300),
    poundsPerMetreOfCable: assumed(1, 2.5, 5),
    poundsPerConnection: from(connectionCost(), 175, 187.5, 200),
    poundsPerDayOfPermit: assumed(30, 60, 120),
    poundsPerDayOfTrafficManagement: assumed(150, 400, 1200),
    poundsPerDayOfLaneRental: from(laneRental(), 300, 1500, 2500),
    percentForDesignAndSurvey: assumed(5, 8, 12),
    poundsPerMetreOfDuctAYear: from(ductRent(), 0.29, 0.37, 0.45),
    poundsPerPoleAYear: from(poleRent(), 5.74, 5.74, 5.74),
    percentOfCapitalToMaintainAYear: assumed(0.5, 1, 2),
  },
  crossings: {
    street: assumed(100, 300, 800),
    bridge: assumed(1000, 5000, 25_000),
    tram: assumed(5000, 15_000, 60_000),
    'level crossing': assumed(5000, 20_000, 60_000),
    railway: assumed(15_000, 50_000, 150_000),
    water: assumed(3000, 12_000, 60_000),
    motorway: null,
  },
  termYears: { value: 20, source: null },
  discountPercent: {
    value: 3.5,
    source: {
      title: 'The Green Book: 3.5 % a year, real, for the first 30 years',
      publisher: 'HM Treasury',
      date: '2022',
      licence: 'Open Government Licence v3.0',
      url: null,
    },
  },
};

type Three = readonly [low: number, mid: number, high: number];

function openCut(surface: Surface, pounds: Three, perDay: Three): TrenchRate {
  return trenchRate(surface, 'open cut', {
    pounds,
    perDay: from(openTrenchPace(), ...perDay),
    carbon: from(openTrenchCarbon(), 9.2, 9.2, 13.5),
  });
}

function microtrench(surface: Surface, pounds: Three): TrenchRate {
  return trenchRate(surface, 'microtrench', {
    pounds,
    perDay: from(microtrenchPace(), 200, 400, 500),
    carbon: from(microtrenchCarbon(), 0.5, 0.5, 0.5),
  });
}

function molePlough(surface: Surface, pounds: Three): TrenchRate {
  return trenchRate(surface, 'mole plough', {
    pounds,
    perDay: assumed(200, 500, 1000),
    carbon: assumed(0.3, 0.6, 1.5),
  });
}

function drill(surface: Surface, pounds: Three): TrenchRate {
  return trenchRate(surface, 'directional drill', {
    pounds,
    perDay: assumed(20, 50, 100),
    carbon: assumed(2, 4, 9),
  });
}

function trenchRate(
  surface: Surface,
  method: Method,
  {
    pounds,
    perDay,
    carbon,
  }: { readonly pounds: Three; readonly perDay: Sourced<Spread>; readonly carbon: Sourced<Spread> },
): TrenchRate {
  return {
    surface,
    method,
    isAllowed: true,
    poundsPerMetre: assumed(...pounds),
    metresPerDay: perDay,
    carbonKilogramsPerMetre: carbon,
  };
}

function assumed(low: number, mid: number, high: number): Sourced<Spread> {
  return { value: { low, mid, high }, source: null };
}

function from(source: Source, low: number, mid: number, high: number): Sourced<Spread> {
  return { value: { low, mid, high }, source };
}

function source(title: string, publisher: string, date: string): Source {
  return { title, publisher, date, licence: null, url: null };
}

function openTrenchPace(): Source {
  return source(
    'Open trench in Norway: 30 to 150 m a day over all surfaces; the mid figure is assumed',
    'GlobalConnect, on a study by Endrava for IKT-Norge',
    '2023',
  );
}

function microtrenchPace(): Source {
  return source(
    'Microtrenching: 200 to 400 m a day in South Africa, up to 500 m in Norway',
    'Frogfoot; GlobalConnect',
    '2023',
  );
}

function openTrenchCarbon(): Source {
  return source(
    'Open trench: 920 kg CO₂e for 100 m; the high figure is the same study’s other case, 13 kg a metre saved by a microtrench of 0.5 kg',
    'GlobalConnect and IKT-Norge, on a study by Endrava',
    '2023',
  );
}

function microtrenchCarbon(): Source {
  return source(
    'Microtrench: 50 kg CO₂e for 100 m',
    'GlobalConnect, on a study by Endrava for IKT-Norge',
    '2023',
  );
}

function leadInQuote(): Source {
  return source(
    'One quote: £6,561.12 without VAT for 132 m of duct and a joint box over private ground; low and high are assumed',
    'BT Community, thread on excess construction charges',
    '2022',
  );
}

function connectionCost(): Source {
  return source(
    'Openreach: £175 to £200 for each premises connected, drop and terminal; mid is half-way',
    'ISPreview',
    '2017-12-04',
  );
}

function laneRental(): Source {
  return source(
    'Lane rental: at most £2,500 a day; low and mid are assumed',
    'Department for Transport guidance',
    '2025-04-03',
  );
}

function ductRent(): Source {
  return source(
    'Proposed charges for duct access: £0.29 to £0.45 a metre a year; mid is half-way',
    'The Register, on Ofcom’s consultation',
    '2017-08-01',
  );
}

function poleRent(): Source {
  return source(
    'Proposed charge for pole access: £5.74 a pole a year',
    'The Register, on Ofcom’s consultation',
    '2017-08-01',
  );
}
