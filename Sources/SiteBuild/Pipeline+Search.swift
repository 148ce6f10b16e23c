import SearchIndex
import SiteRender
import WorkerThreads

/// Makes the search indexes: the documents on many threads, then the files of each language.
extension Pipeline {
  static func search(_ pages: PageRenderer, _ request: SiteRequest) -> SearchFiles {
    search(pages, workers: request.workers)
  }

  static func search(
    _ pages: PageRenderer, workers: Int = Concurrency.processorCount
  ) -> SearchFiles {
    let search = SiteSearch(pages)
    let parts = search.sections.map { section in
      Concurrency.map(
        section.count, workers: workers,
        makeWorker: { _ in
          SiteSearch.Worker(search, section)
        }, body: { worker, number in worker.document(number) })
    }
    let indexes = Concurrency.map(parts.count, workers: workers) { number in
      search.index(search.sections[number], parts[number])
    }
    return indexes.reduce(into: SearchFiles()) { $0.add($1) }
  }
}
