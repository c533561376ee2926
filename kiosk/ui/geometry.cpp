#include "kiosk/ui/geometry.h"
