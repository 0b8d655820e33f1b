/** Of a plan that is out of date nothing is worked out: its designs are not those of today's files and figures. */
export function RunFirst() {
  return (
    <p className="small soft">The plan is out of date. Run it again above, then this can be worked out.</p>
  );
}
