/** What was checked for people with disabilities, what was not, and how to tell of a barrier. */
export function AccessibilityPanel() {
  return (
    <article className="panel-section statement" aria-labelledby="accessibility-title">
      <h2 id="accessibility-title">Accessibility statement</h2>
      <p>
        Notspot is meant to be used with a keyboard, a screen reader, large text, or a phone. We aim at the
        Web Content Accessibility Guidelines 2.2, level AA. We do not claim to meet them in full: only parts
        of them were checked, and mostly by machine.
      </p>
      <h3>What was checked</h3>
      <p>By automatic tests in Chromium, on the demo borough and on made-up files:</p>
      <ul>
        <li>
          axe finds nothing on any page, at 360 and 1280 pixels, light and dark; nor in the states that were
          looked at: a wrong definition, a ward opened, a figure explained, a file refused, nothing loaded,
          two releases compared, a search with results and one that is wrong, a list of places on the map, an
          answer about premises with everything open, the Data page with everything open, and the views of
          clusters, areas, compare, and before and after.
        </li>
        <li>
          Everything is reached with the Tab key in the order of the page, with the focus in sight; files are
          added, a ward opened, a postcode found, a dot of the map chosen and the table walked without a
          mouse.
        </li>
        <li>
          Text at 200 % fits a screen 360 pixels wide without sideways scrolling of the page, and so does zoom
          at 400 % (320 pixels wide).
        </li>
        <li>The tests run with “reduce motion” on; the style sheets then switch every transition off.</li>
        <li>
          Colours: text has a contrast of 4.5 to 1 and marks of 3 to 1 in both themes, and classes stay apart
          under three kinds of colour blindness, by calculation. Every class has a pattern and a label too.
        </li>
        <li>Everything that the map shows stands in a table or a list as well.</li>
      </ul>
      <h3>What was not checked</h3>
      <ul>
        <li>No person with a disability has tested it.</li>
        <li>No real screen reader was used: names, roles and announcements were only tested in the page.</li>
        <li>No other browser than Chromium, no speech control, no switch, no screen magnifier.</li>
        <li>
          The high-contrast mode of Windows (forced colours) was only tried as Chromium imitates it: axe finds
          nothing on the Premises page (contrast left out), and every answer keeps a sign of its own. Windows
          itself was not used.
        </li>
        <li>
          Clusters, areas, compare, before and after: the screens of a stopped or failed job, and of one that
          is being made anew, were checked in parts only, and nobody heard the explanations of single numbers
          read aloud.
        </li>
        <li>The five-page structure and the wording were not tested with readers of any age.</li>
      </ul>
      <h3>Where we know it falls short</h3>
      <ul>
        <li>
          The map is a picture to a screen reader. Its content is in the tables and lists beside it; what is
          near what is told only in words.
        </li>
        <li>
          Rows of long tables that are out of sight are not in the page until you walk to them. On paper a
          table has its first 2,000 rows, and says so where there are more.
        </li>
        <li>Wide tables scroll sideways inside their frame.</li>
        <li>
          The names and messages in files of yours are shown as they are, in whatever language they are.
        </li>
        <li>
          To choose a dot of the map by keyboard, move the cross onto it with the arrow keys and press Enter.
          Dots that stand close together are hard to tell apart so; finding by postcode or UPRN is surer.
        </li>
      </ul>
      <h3>If something is in your way</h3>
      <p>
        Tell the people who gave you the address of this app, with the page you were on and what you use to
        read the screen. They can pass it to those who maintain the code. Nothing is sent from here.
      </p>
      <p className="small soft">Written on 27 November 2026, from the tests as they stood on that day.</p>
    </article>
  );
}
