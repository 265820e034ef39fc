// In CI a test that a busy machine made fail gets a second chance, and says so; a fault of ours shows twice. On a desk it shows at once.
if (process.env.CI) import.meta.jest.retryTimes(1, { logErrorsBeforeRetry: true });
