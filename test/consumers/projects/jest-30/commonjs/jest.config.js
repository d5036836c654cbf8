module.exports = {
  testEnvironment: 'node',
  // MSW depends on packages that are only ES modules. Jest must transform them.
  transformIgnorePatterns: [
    '/node_modules/(?!(msw|@mswjs|until-async|rettime|@open-draft|@inquirer|statuses)/)',
  ],
  transform: {
    '\\.[cm]?[jt]s$': ['babel-jest', { presets: [['@babel/preset-env', { targets: { node: 'current' } }]] }],
  },
}
