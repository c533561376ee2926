#include "kiosk/end_signals.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace kiosk {
namespace {

sigset_t end_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

}  // namespace

EndSignals::EndSignals() {
  const sigset_t signals = end_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  thread_ = std::thread([this] { wait(); });
}

EndSignals::~EndSignals() {
  stopping_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
  const sigset_t signals = end_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void EndSignals::set_wake(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

void EndSignals::wait() {
  const sigset_t signals = end_signals();
  while (!stopping_) {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0 || stopping_) continue;
    arrived_ = true;
    const std::lock_guard lock(mutex_);
    if (wake_) wake_();
  }
}

}  // namespace kiosk
