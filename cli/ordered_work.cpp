#include "cli/ordered_work.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace dateline {
namespace {

constexpr std::size_t kAhead = 64;  // items a thread, between work and take

class OrderedRun {
 public:
  OrderedRun(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work)
      : work_(work), done_(count, false), window_(threads * kAhead) {
    for (std::size_t t = 0; t < threads; ++t) threads_.emplace_back([this] { run(); });
  }
  OrderedRun(const OrderedRun&) = delete;
  OrderedRun& operator=(const OrderedRun&) = delete;
  ~OrderedRun() {
    {
      const std::lock_guard lock(mutex_);
      next_ = done_.size();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  // Blocks until work(item) is done; throws what it threw.
  void wait_for(std::size_t item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return done_[item] || error_; });
    if (error_) std::rethrow_exception(error_);
    taken_ = item + 1;
    lock.unlock();
    changed_.notify_all();
  }

 private:
  void run() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return next_ >= done_.size() || next_ < taken_ + window_; });
      if (next_ >= done_.size()) return;
      const std::size_t item = next_++;
      lock.unlock();
      std::exception_ptr error;
      try {
        work_(item);
      } catch (...) {
        error = std::current_exception();
      }
      lock.lock();
      done_[item] = true;
      if (error && !error_) error_ = error;
      lock.unlock();
      changed_.notify_all();
    }
  }

  const std::function<void(std::size_t)>& work_;
  std::vector<bool> done_;
  std::size_t window_;
  std::size_t next_ = 0;   // first item that no thread has begun
  std::size_t taken_ = 0;  // items handed over
  std::exception_ptr error_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::thread> threads_;
};

}  // namespace

void run_in_order(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work,
                  const std::function<void(std::size_t)>& take) {
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      work(i);
      take(i);
    }
    return;
  }
  OrderedRun run(count, std::min(threads, count), work);
  for (std::size_t i = 0; i < count; ++i) {
    run.wait_for(i);
    take(i);
  }
}

}  // namespace dateline
