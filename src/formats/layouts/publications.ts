/** Who publishes a layout, on what terms, and the words that the terms ask to be shown. */
export interface Publication {
  readonly publisher: string;
  readonly licence: string;
  readonly url: string;
  /** `year` of the data as far as known: the statements ask for it. */
  attribution(year: string | null): string;
}

const OGL = 'Open Government Licence v3.0';

/** The licence's own words where a publisher asks for no others: nationalarchives.gov.uk/doc/open-government-licence/version/3. */
const ANY_OGL = 'Contains public sector information licensed under the Open Government Licence v3.0.';

/** Ordnance Survey OpenData: "Contains OS data © Crown copyright and database right [year]", osdatahub.os.uk/legal. */
export const OS_OPEN_DATA: Publication = {
  publisher: 'Ordnance Survey',
  licence: OGL,
  url: 'https://osdatahub.os.uk/downloads/open',
  attribution: (year) => statement('Contains OS data © Crown copyright and database right', year),
};

/** Code-Point Open names three holders of rights: its user guide and licence note. */
export const CODE_POINT: Publication = {
  ...OS_OPEN_DATA,
  attribution: (year) =>
    [
      statement('Contains OS data © Crown copyright and database right', year),
      statement('Contains Royal Mail data © Royal Mail copyright and database right', year),
      statement('Contains National Statistics data © Crown copyright and database right', year),
    ].join(' '),
};

/** ONS geography products: ons.gov.uk/methodology/geography/licences. */
export const ONS_GEOGRAPHY: Publication = {
  publisher: 'Office for National Statistics',
  licence: OGL,
  url: 'https://geoportal.statistics.gov.uk',
  attribution: (year) =>
    [
      'Source: Office for National Statistics licensed under the Open Government Licence v.3.0.',
      statement('Contains OS data © Crown copyright and database right', year),
    ].join(' '),
};

/** The same, for products made of postcodes: those hold Royal Mail's data too. */
export const ONS_POSTCODES: Publication = {
  ...ONS_GEOGRAPHY,
  attribution: (year) =>
    [
      'Source: Office for National Statistics licensed under the Open Government Licence v.3.0.',
      statement('Contains OS data © Crown copyright and database right', year),
      statement('Contains Royal Mail data © Royal Mail copyright and database right', year),
      statement('Contains National Statistics data © Crown copyright and database right', year),
    ].join(' '),
};

/** Census tables: ons.gov.uk/census. */
export const ONS_CENSUS: Publication = {
  ...ONS_GEOGRAPHY,
  url: 'https://www.ons.gov.uk/census',
  attribution: () =>
    'Source: Office for National Statistics licensed under the Open Government Licence v.3.0.',
};

/** "Material must be acknowledged as Ofcom copyright and the title of the publication specified": ofcom.org.uk, copyright. */
export const OFCOM: Publication = {
  publisher: 'Ofcom',
  licence: OGL,
  url: 'https://www.ofcom.org.uk/phones-and-broadband/coverage-and-speeds/data-downloads',
  attribution: (year) =>
    `© Ofcom copyright${year ? ` ${year}` : ''}. Source: Ofcom, Connected Nations. ${ANY_OGL}`,
};

/** Building Digital UK asks for no words of its own: the licence's apply. */
export const BDUK: Publication = {
  publisher: 'Building Digital UK',
  licence: OGL,
  url: 'https://www.gov.uk/government/organisations/building-digital-uk',
  attribution: () => ANY_OGL,
};

/** OpenStreetMap: "© OpenStreetMap contributors", openstreetmap.org/copyright. */
export const OPENSTREETMAP: Publication = {
  publisher: 'OpenStreetMap contributors',
  licence: 'Open Database License 1.0',
  url: 'https://www.openstreetmap.org/copyright',
  attribution: () => '© OpenStreetMap contributors',
};

function statement(words: string, year: string | null): string {
  return `${words}${year ? ` ${year}` : ''}.`;
}
