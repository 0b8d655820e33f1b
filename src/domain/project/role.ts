/** What a content can be used as. */
export const ROLES = [
  'wards',
  'areas',
  'coverage',
  'shares',
  'premises',
  'records',
  'heights',
  'buildings',
  'trees',
  'streets',
  'fibre points',
  'ducts',
  'restrictions',
  'roof access',
  'planned excavations',
  'context',
  'table',
] as const;

/** What a content is used as. One content has one role at a time; correcting it is a change like any other. */
export type Role = (typeof ROLES)[number];
