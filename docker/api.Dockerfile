FROM node:24.21-bookworm-slim AS build
RUN npm install --global pnpm@12
WORKDIR /repository
# First what changes seldom, so that a change of code does not fetch all packages again.
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
COPY apps/api/package.json apps/api/
COPY libs libs
RUN pnpm install --frozen-lockfile --filter '@juke/api...' --filter '!@juke/tooling'
COPY apps/api apps/api
RUN pnpm --filter @juke/api run build
RUN pnpm --filter @juke/api deploy --legacy --prod /product

FROM node:24.21-bookworm-slim
ENV NODE_ENV=production
WORKDIR /product
COPY --from=build /product/package.json ./
COPY --from=build /product/node_modules node_modules
COPY --from=build /product/dist dist
RUN mkdir /files && chown node:node /files
USER node
EXPOSE 3000
CMD ["node", "--max-semi-space-size=8", "--enable-source-maps", "dist/main.js"]
