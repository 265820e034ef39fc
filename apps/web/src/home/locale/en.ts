export default {
  title: 'Home',
  greeting: {
    night: 'Good night, {name}',
    morning: 'Good morning, {name}',
    afternoon: 'Good afternoon, {name}',
    evening: 'Good evening, {name}',
  },
  customers: {
    title: 'Customers',
    own: 'looked after by me',
    visible: 'visible to me',
    create: 'New customer',
  },
  jobs: { title: 'Recent jobs', none: 'No imports, exports or other jobs yet' },
  sales: {
    title: 'Sales',
    period: '{year}, months 1–{month}',
    trend: 'Sales by month',
    month: '{month}',
    yearName: '{year}',
    change: 'Change',
    none: 'No sales yet',
  },
};
