// Reads calendars and runs through rules as Thunderbird does: a question as JSON in, the answer as JSON out.
import ICAL from 'ical.js'

const time = t => ({ text: t.toString(), date: t.isDate, zone: t.zone?.tzid ?? null, unix: t.isDate ? null : t.toUnixTime() })

const people = property => ({
  value: property.getFirstValue(),
  name: property.getParameter('cn') ?? null,
  participation: property.getParameter('partstat') ?? null,
  role: property.getParameter('role') ?? null,
  rsvp: property.getParameter('rsvp') ?? null
})

const take = (iterator, most) => {
  const times = []
  for (let next; times.length < most && (next = iterator.next());) times.push(next.clone()) // it goes on with the same one
  return times
}

const event = (component, most) => {
  const read = new ICAL.Event(component)
  return {
    uid: read.uid,
    sequence: read.sequence,
    summary: read.summary,
    description: read.description,
    location: read.location,
    start: read.startDate && time(read.startDate),
    end: read.startDate && time(read.endDate),
    recurrenceId: read.recurrenceId ? time(read.recurrenceId) : null,
    status: component.getFirstPropertyValue('status'),
    url: component.getFirstPropertyValue('url'),
    categories: component.getFirstProperty('categories')?.getValues() ?? [],
    organizer: component.getAllProperties('organizer').map(people),
    attendees: component.getAllProperties('attendee').map(people),
    alarms: component.getAllSubcomponents('valarm').map(alarm => alarm.getFirstPropertyValue('trigger').toSeconds()),
    times: read.isRecurring() ? take(read.iterator(), most).map(time) : [read.startDate && time(read.startDate)]
  }
}

const document = (text, most) => {
  ICAL.TimezoneService.reset()
  const calendar = new ICAL.Component(ICAL.parse(text))
  return {
    method: calendar.getFirstPropertyValue('method'),
    name: calendar.getFirstPropertyValue('name'),
    refresh: calendar.getFirstPropertyValue('refresh-interval')?.toSeconds() ?? null,
    zones: calendar.getAllSubcomponents('vtimezone').map(zone => zone.getFirstPropertyValue('tzid')),
    events: calendar.getAllSubcomponents('vevent').map(one => event(one, most))
  }
}

const rule = ({ rule, start }, most) => take(ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start)), most).map(t => t.toString())

let input = ''
for await (const piece of process.stdin) input += piece
const question = JSON.parse(input)
const told = f => { try { return f() } catch (failure) { return { failure: String(failure.stack) } } }
process.stdout.write(JSON.stringify({
  documents: (question.documents ?? []).map(text => told(() => document(text, question.most))),
  rules: (question.rules ?? []).map(one => told(() => rule(one, question.most)))
}))
