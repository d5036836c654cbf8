/** Returns the data to record for an established call, and `undefined` for other calls. */
function recordingOf({ state, direction, targets }) {
  if (state !== 'established') return undefined
  return { direction, people: (targets ?? []).map(({ identity }) => identity?.user?.id) }
}

/** Records a call if it exists and the tenant allows it. */
async function record(client, id) {
  try {
    return recordingOf(await client.api(`/communications/calls/${id}`).get())
  } catch (error) {
    if (error.statusCode === 404 || error.code === '7504') return undefined
    throw error
  }
}

module.exports = { record, recordingOf }
