/** What may be done with an appointment, planned or done. What is done is history: its activity is changed instead. */
export const APPOINTMENT_ACTIONS = {
  change: { from: ['planned'] },
  complete: { from: ['planned'] },
  delete: { from: ['planned', 'done'] },
} as const;

export const APPOINTMENT_STATES = ['planned', 'done'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];
export type AppointmentAction = keyof typeof APPOINTMENT_ACTIONS;

export const isAllowed = (action: AppointmentAction, state: AppointmentState): boolean =>
  (APPOINTMENT_ACTIONS[action].from as readonly string[]).includes(state);
