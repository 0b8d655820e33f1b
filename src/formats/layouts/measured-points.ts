import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';

/** Drive tests, walk tests and speed tests: places with what was measured and when. Measured never mixes with predicted. */
export const measuredPoints: KnownLayout = {
  id: 'measured-points',
  label: 'Measured points',
  publication: null,
  matches: (look) =>
    look.hasPlaces() &&
    look.finds.uprn === undefined &&
    look.like(WHEN).length > 0 &&
    look.like(WHAT).some(({ numericShare }) => numericShare > 0.8),
  suggest: (look) => {
    const measured = look.like(WHAT).map(({ name }) => `"${name}"`);
    return {
      role: 'context',
      roles: look.places(),
      why: `${counted(look.table.rows, 'measured point')} with ${measured.slice(0, 3).join(', ')}: drawn for orientation. Measurements are not mixed with predicted coverage.`,
      alternatives: ['table'],
    };
  },
};

const WHEN = /^(?:time|date_?time|timestamp|measured_?at|test_?(?:time|date)|recorded_?at|date)(?:_?utc)?$/;
const WHAT =
  /(?:^|_)(?:rsrp|rsrq|rssi|sinr|snr|signal(?:_?(?:strength|dbm))?|latency(?:_?ms)?|ping|dl_?(?:speed|mbps|kbps|throughput)|(?:down|up)load(?:_?(?:speed|mbps|kbps))?|speed|throughput)(?:_?(?:dbm|db|mbps|kbps|ms))?$/;
