import { addStaff } from '../../src/cli/add-staff.ts'
import { create, linkIn, type Person, setUpPhone } from './account-stories.ts'
import type { Resident } from './resident.ts'
import type { TestService } from './service.ts'

export const PAT: Person = {
  email: 'pat@example.org',
  password: 'nine slow tortoises',
  firstName: 'Pat',
  surname: 'Morgan',
  phone: '01632 960789',
  number: '+441632960789',
}

export const JO: Person = {
  email: 'jo@example.org',
  password: 'eleven loud herons',
  firstName: 'Jo',
  surname: 'Reed',
  phone: '01632 960456',
  number: '+441632960456',
}

/** A new member of staff, signed in; without a role they may do everything. */
export async function addStaffMember(
  service: TestService,
  person: Person = PAT,
  role?: string,
): Promise<Resident> {
  const added = await addStaff(service.running, {
    email: person.email,
    ...(role !== undefined && { role }),
  })
  if (added.status !== 'invited') throw new Error(added.status)
  const staff = service.resident()
  await staff.visit(linkIn({ text: added.link } as never, service.origin))
  await staff.press('Continue')
  await create(staff, person)
  await setUpPhone(staff, service, person, 'call')
  return staff
}
