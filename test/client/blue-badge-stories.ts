import { fillAddress } from './account-stories.ts'
import type { Resident } from './resident.ts'

/** From the first page to the benefits, for the applicant themselves, who is over 16. */
export async function answerAboutPerson(resident: Resident): Promise<void> {
  await resident.visit('/blue-badge')
  await resident.press('Continue')
  resident.choose('Who is the badge for?', 'Me')
  await resident.press('Continue')
  resident.fill('First name', 'Sam')
  resident.fill('Surname', 'Taylor')
  await resident.press('Continue')
  resident.fill('Date of birth', '27 3 1951')
  await resident.press('Continue')
  resident.fill('National Insurance number (optional)', 'qq 12 34 56 c')
  await resident.press('Continue')
  fillAddress(resident)
  await resident.press('Continue')
  resident.choose('How may we get in touch with you?', 'By email', 'By post')
  await resident.press('Continue')
  resident.fill('Email address', 'sam.taylor@example.org')
  await resident.press('Continue')
}

/** From the benefits to the medicines, with a benefit. */
export async function answerAboutBenefit(resident: Resident): Promise<void> {
  resident.choose('Do you get any of these benefits?', 'Personal Independence Payment (PIP)')
  await resident.press('Continue')
  resident.fill('When does your benefit end?', '27 3 2028')
  await resident.press('Continue')
}

/** From the medicines to the first vehicle: no medicine, no badge. */
export async function skipMedicinesAndBadge(resident: Resident): Promise<void> {
  resident.choose('Do you want to add a medicine?', 'No')
  await resident.press('Continue')
  resident.choose('Do you have a Blue Badge now?', 'No')
  await resident.press('Continue')
}

/** From an item's first page to the list. */
export async function addVehicle(
  resident: Resident,
  registration: string,
  driver?: string,
): Promise<void> {
  resident.fill('What is its registration number?', registration)
  await resident.press('Continue')
  resident.choose(
    'Who mostly drives it?',
    driver === undefined ? 'The person with the badge' : 'Someone else',
  )
  await resident.press('Continue')
  if (driver === undefined) return
  resident.fill('What is the driver’s name?', driver)
  await resident.press('Continue')
}

export async function saysAnother(resident: Resident, answer: 'Yes' | 'No'): Promise<void> {
  resident.choose('Do you need to add another vehicle?', answer)
  await resident.press('Continue')
}

/** From the end of the vehicles to the check page. */
export async function declare(resident: Resident): Promise<void> {
  resident.tick('What I have told you is true as far as I know')
  await resident.press('Continue')
}

/** A child with no benefit, who has a badge, and first walks too far. */
export async function walkTheRestOfBlueBadge(sam: Resident): Promise<void> {
  await sam.visit('/blue-badge')
  await sam.press('Continue')
  sam.choose('Who is the badge for?', 'A child under 16')
  await sam.press('Continue')
  for (const name of ['Kim', 'Sam']) {
    sam.fill('First name', name)
    sam.fill('Surname', 'Taylor')
    await sam.press('Continue')
  }
  sam.fill('Date of birth', '27 3 2015')
  await sam.press('Continue')
  fillAddress(sam)
  await sam.press('Continue')
  sam.choose('How may we get in touch with you?', 'By phone')
  await sam.press('Continue')
  sam.fill('Phone number', '01632 960001')
  await sam.press('Continue')
  sam.choose('Do you get any of these benefits?', 'No, none of these')
  await sam.press('Continue')
  for (const metres of ['2000', '20']) {
    sam.fill(/^How far can you walk/u, metres)
    sam.fill(/^How long does/u, '5')
    sam.choose('What do you use to help you walk?', 'A walking frame')
    await sam.press('Continue')
    if (metres === '2000') await sam.follow('Change your answer')
  }
  sam.fill('What makes walking hard for you?', 'Pain')
  await sam.press('Continue')
  sam.choose('Do you want to add a medicine?', 'No')
  await sam.press('Continue')
  sam.choose('Do you have a Blue Badge now?', 'Yes')
  await sam.press('Continue')
}
