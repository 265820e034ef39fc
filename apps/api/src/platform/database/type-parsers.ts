import pg from 'pg';

// A calendar date is text everywhere: as a JavaScript Date it would move with the time zone.
const DATE = 1082;
pg.types.setTypeParser(DATE, (value) => value);
