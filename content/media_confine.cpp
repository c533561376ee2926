#include "content/media_confine.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <vector>

namespace content {
namespace {

void set_limit(__rlimit_resource_t what, rlim_t value) {
  const rlimit limit{value, value};
  ::setrlimit(what, &limit);
}

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;  // no filter here
#endif

// Decoders compute. Whoever asks for one of these was taken over by a file.
constexpr std::array kForbidden{
    __NR_socket,  __NR_socketpair, __NR_connect, __NR_bind,   __NR_listen, __NR_accept4,          __NR_sendto,
    __NR_sendmsg, __NR_execve,     __NR_execveat, __NR_ptrace, __NR_kill,   __NR_process_vm_readv, __NR_process_vm_writev,
    __NR_bpf,     __NR_io_uring_setup};

constexpr sock_filter statement(std::uint16_t code, std::uint32_t value) { return {code, 0, 0, value}; }
constexpr sock_filter jump(std::uint32_t value, std::uint8_t if_true, std::uint8_t if_false) {
  return {BPF_JMP | BPF_JEQ | BPF_K, if_true, if_false, value};
}

void forbid_calls() {
  if (kArchitecture == 0) return;
  const std::uint32_t refused = SECCOMP_RET_ERRNO | EPERM;
  std::vector<sock_filter> filter{
      statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)), jump(kArchitecture, 1, 0),
      statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),  // the other calling convention would go around the list
      statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (const int call : kForbidden) {
    filter.push_back(jump(static_cast<std::uint32_t>(call), 0, 1));
    filter.push_back(statement(BPF_RET | BPF_K, refused));
  }
#ifdef __X32_SYSCALL_BIT
  filter.push_back({BPF_JMP | BPF_JGE | BPF_K, 0, 1, __X32_SYSCALL_BIT});
  filter.push_back(statement(BPF_RET | BPF_K, refused));
#endif
  filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

}  // namespace

void confine_decoder(const ImportLimits& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef __SANITIZE_ADDRESS__
  set_limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory_bytes));
#endif
  set_limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()));
  // A write to a file fails instead of ending the process: the libraries try to make temporary files and do without.
  ::signal(SIGXFSZ, SIG_IGN);
  set_limit(RLIMIT_FSIZE, 0);
  set_limit(RLIMIT_CORE, 0);
  // The decoders' own messages are not for the person in front of the screen.
  const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null >= 0) ::dup2(null, STDERR_FILENO);
  forbid_calls();
}

}  // namespace content
