// Judges calendar files: argv[2] is a file with a JSON array of iCalendar texts. Prints one JSON line for each: how ical.js
// (RFC 5545 by the letter, times and all) and node-ical (what many servers read with) understand it.
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import ical from 'node-ical';

const person = (name, address, more = {}) => ({ name, address: address.replace(/^mailto:/i, ''), ...more });

/** By ical.js in strict mode: what is malformed throws. */
function byIcalJs(text) {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [component, ...others] = calendar.getAllSubcomponents();
  if (component.name !== 'vevent' || others.length > 0) throw new Error('not one event alone');
  const event = new ICAL.Event(component);
  const of = property => person(property.getParameter('cn'), property.getFirstValue());
  const organizer = component.getFirstProperty('organizer');
  return {
    version: calendar.getFirstPropertyValue('version'),
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: component.getFirstPropertyValue('sequence'),
    status: component.getFirstPropertyValue('status'),
    summary: event.summary,
    stamp: component.getFirstPropertyValue('dtstamp').toJSDate().toISOString(),
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    minutes: event.duration.toSeconds() / 60,
    utc: event.startDate.zone === ICAL.Timezone.utcTimezone,
    organizer: organizer && of(organizer),
    attendees: component.getAllProperties('attendee').map(each => ({
      ...of(each), answer: each.getParameter('partstat'), asked: each.getParameter('rsvp') ?? null, role: each.getParameter('role'),
    })),
  };
}

/** By node-ical, which keeps quotes of parameters away by itself. */
function byNodeIcal(text) {
  const found = ical.sync.parseICS(text);
  const [event, ...others] = Object.values(found).filter(each => each.type === 'VEVENT');
  if (others.length > 0) throw new Error('not one event alone');
  const of = each => person(each.params.CN.replace(/^"|"$/g, ''), each.val);
  return {
    method: event.method ?? found.vcalendar?.method,
    uid: event.uid,
    sequence: event.sequence === undefined ? null : Number(event.sequence),
    status: event.status ?? null,
    summary: event.summary,
    start: event.start.toISOString(),
    end: event.end.toISOString(),
    organizer: event.organizer ? of(event.organizer) : null,
    attendees: [event.attendee ?? []].flat().map(each => ({ ...of(each), answer: each.params.PARTSTAT })),
  };
}

for (const text of JSON.parse(await readFile(process.argv[2], 'utf8'))) {
  console.log(JSON.stringify({ strict: byIcalJs(text), usual: byNodeIcal(text) }));
}
