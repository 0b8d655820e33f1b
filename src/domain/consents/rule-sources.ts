import type { Source } from '../project/figure.ts';

/** Where the rules were read. Dates are those of what was read; later amendments were not. */
export const ENGLAND_2015 = order(
  'Town and Country Planning (General Permitted Development) (England) Order 2015, Schedule 2 Part 16 Class A',
  '2015',
  'https://www.legislation.gov.uk/uksi/2015/596/schedule/2/part/16',
);

export const ENGLAND_ARTICLE_2_3 = order(
  'Town and Country Planning (General Permitted Development) (England) Order 2015, Schedule 1 Part 1 (article 2(3) land)',
  '2015',
  'https://www.legislation.gov.uk/uksi/2015/596/schedule/1/part/1',
);

export const ENGLAND_CONSULTED: Source = {
  title: 'Changes to permitted development rights for electronic communications infrastructure',
  publisher: 'UK Government',
  date: '2022-03-07',
  licence: 'OGL-UK-3.0',
  url: 'https://www.gov.uk/government/consultations/changes-to-permitted-development-rights-for-electronic-communications-infrastructure-technical-consultation/changes-to-permitted-development-rights-for-electronic-communications-infrastructure-technical-consultation',
};

/** Which apparatus asks for prior approval. */
export const LEWES_GUIDANCE: Source = {
  title: 'Telecommunications development',
  publisher: 'Lewes and Eastbourne Councils',
  date: null,
  licence: null,
  url: 'https://lewes-eastbourne.gov.uk/telecommunications-development',
};

/** The 15 m and 20 m of paragraph A.1(2)(c), as a court read them. */
export const MAST_CASE: Source = {
  title: 'When is a mast a mast?',
  publisher: 'CMS Law-Now',
  date: '2018-02',
  licence: null,
  url: 'http://www.cms-lawnow.com/ealerts/2018/02/when-is-a-mast-a-mast',
};

export const WALES_2002 = order(
  'Town and Country Planning (General Permitted Development) (Amendment) (Wales) Order 2002, Part 24',
  '2002',
  'https://www.legislation.gov.uk/wsi/2002/1878',
);

export const SCOTLAND_CIRCULAR: Source = {
  title: 'Planning circular 2/2024: non-domestic permitted development rights, Annex G (Class 67)',
  publisher: 'Scottish Government',
  date: '2024',
  licence: 'OGL-UK-3.0',
  url: 'https://www.gov.scot/publications/circular-2-2024-non-domestic-permitted-development-rights/pages/9/',
};

export const NORTHERN_IRELAND_2015 = order(
  'Planning (General Permitted Development) Order (Northern Ireland) 2015, Part 18',
  '2015-04-01',
  'https://www.legislation.gov.uk/nisr/2015/70/schedule/part/18',
);

export const NORTHERN_IRELAND_DESIGNATED = order(
  'Planning (General Development) (Amendment No. 2) Order (Northern Ireland) 2006, article 2',
  '2006-09-21',
  'https://www.legislation.gov.uk/nisr/2006/348',
);

export const LISTED_ENGLAND = order(
  'Planning (Listed Buildings and Conservation Areas) Act 1990, section 7',
  '1990',
  'https://www.legislation.gov.uk/ukpga/1990/9/section/7',
);

export const LISTED_SCOTLAND = order(
  'Planning (Listed Buildings and Conservation Areas) (Scotland) Act 1997, section 6',
  '1997',
  'https://www.legislation.gov.uk/ukpga/1997/9/section/6',
);

export const LISTED_NORTHERN_IRELAND = order(
  'Planning Act (Northern Ireland) 2011, section 85',
  '2011',
  'https://www.legislation.gov.uk/nia/2011/25/section/85',
);

export const LISTED_UK: Source = {
  title: 'Listed buildings protection, Building Conservation Directory',
  publisher: 'Cathedral Communications',
  date: '2025',
  licence: null,
  url: 'https://www.buildingconservation.com/books/bcd2025/24/',
};

export const CODE_2017 = order(
  'Electronic Communications Code (Communications Act 2003, Schedule 3A)',
  '2017-12-28',
  'https://www.legislation.gov.uk/ukpga/2003/21/schedule/3A',
);

export const FIXED_WIRELESS_ACCESS: Source = {
  title: 'Fixed wireless access (the 5725 – 5850 MHz band)',
  publisher: 'Ofcom',
  date: '2016-10-19',
  licence: null,
  url: 'https://www.ofcom.org.uk/manage-your-licence/radiocommunication-licences/fixed-wireless-access',
};

export const SHARED_ACCESS: Source = {
  title: 'Shared access licences',
  publisher: 'Ofcom',
  date: '2023-01-20',
  licence: null,
  url: 'https://www.ofcom.org.uk/spectrum/frequencies/shared-access/',
};

export const EXEMPT_57_71: Source = {
  title: 'Decision to implement technical and regulatory changes to the 57 – 71 GHz band',
  publisher: 'Ofcom',
  date: '2018-11-08',
  licence: null,
  url: 'https://www.ofcom.org.uk/spectrum/frequencies/implementing-decisions-57-71-ghz-band/',
};

export const EHF_LICENCE: Source = {
  title: 'When do I need Ofcom licensing for 60 GHz (EHF)',
  publisher: 'Mear Technology',
  date: '2023-09-08',
  licence: null,
  url: 'https://meartechnology.co.uk/2023/09/08/when-do-i-need-ofcom-licensing-for-60ghz-ehf',
};

function order(title: string, date: string, url: string): Source {
  return { title, publisher: 'legislation.gov.uk', date, licence: 'OGL-UK-3.0', url };
}
