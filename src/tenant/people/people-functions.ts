import { callHandle } from '../calls/call-handle.ts'
import type { RegisteredApps } from '../identity/registered-apps.ts'
import type { LiveParts } from '../live-parts.ts'
import { checkedBot } from './bots.ts'
import { personHandle } from './person-handle.ts'
import { checkedPerson } from './person-options.ts'
import { startScripts } from './scripts.ts'
import type { TenantPeople } from './tenant-people.ts'

/** Returns the functions of a tenant for bots and people. */
export function peopleFunctions(live: LiveParts, apps: RegisteredApps): TenantPeople {
  const { bots, people } = live
  return {
    registerBot(options) {
      const bot = checkedBot(options, apps.tenantId)
      const { secret } = options
      apps.register({ appId: bot.appId, tenantId: bot.tenantId, ...(secret !== undefined && { secret }) })
      bots.add(bot)
      startScripts(live)
      return bot
    },
    person(name, options) {
      const known = people.named(name)
      const person = known && options === undefined ? known : checkedPerson(name, options)
      people.add(person)
      startScripts(live)
      return personHandle(live, person)
    },
    call: (callId) => callHandle(live, callId),
  }
}
