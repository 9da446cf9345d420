// The two e-mail addresses that checks of PATCH give to a user.
export const HOME = { value: 'home@check.example', type: 'home' };
export const WORK = { value: 'work@check.example', type: 'work' };
