require "logger"
require "sequel"
require "pact_broker"

database =
  if (schema = ENV["BROKER_SCHEMA"])
    # The server may be shared, so each broker uses its own schema and drops it at exit.
    Sequel.connect(ENV.fetch("DATABASE_URL")) { |server| server.run("CREATE SCHEMA IF NOT EXISTS #{schema}") }
    at_exit do
      Sequel.connect(ENV.fetch("DATABASE_URL")) { |server| server.run("DROP SCHEMA #{schema} CASCADE") }
    end
    Sequel.connect(ENV.fetch("DATABASE_URL"), search_path: [schema], encoding: "utf8")
  else
    Sequel.connect(adapter: "sqlite", database: ENV.fetch("BROKER_DATABASE"), encoding: "utf8")
  end

run PactBroker::App.new { |config|
  config.database_connection = database
  config.log_stream = "stdout"
  config.seed_example_data = false
}
