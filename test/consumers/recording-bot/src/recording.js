/** What is written down of a call that is to be recorded; nothing of one that nobody speaks in. */
function recordingOf({ state, direction, targets }) {
  if (state !== 'established') return undefined
  return { direction, people: (targets ?? []).map(({ identity }) => identity?.user?.id) }
}

/** Records the call, if it is there and the tenant allows it. */
async function record(client, id) {
  try {
    return recordingOf(await client.api(`/communications/calls/${id}`).get())
  } catch (error) {
    if (error.statusCode === 404 || error.code === '7504') return undefined
    throw error
  }
}

module.exports = { record, recordingOf }
