#include "kiosk/screens/screens.h"

#include <utility>

#include "kiosk/screens/article.h"
#include "kiosk/screens/can_use.h"
#include "kiosk/screens/figure.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/honour_wall.h"
#include "kiosk/screens/merchant.h"
#include "kiosk/screens/picture_viewer.h"
#include "kiosk/screens/product.h"
#include "kiosk/screens/products.h"
#include "kiosk/screens/publicity.h"
#include "kiosk/screens/search.h"
#include "kiosk/screens/street.h"

namespace kiosk {

std::unique_ptr<Screen> make_screen(ScreenKind kind, Target target) {
  switch (kind) {
    case ScreenKind::Home: return std::make_unique<HomeScreen>();
    case ScreenKind::Publicity: return std::make_unique<PublicityScreen>(std::move(target));
    case ScreenKind::Article: return std::make_unique<ArticleScreen>(std::move(target));
    case ScreenKind::Street: return std::make_unique<StreetScreen>(std::move(target));
    case ScreenKind::HonourWall: return std::make_unique<HonourWallScreen>(std::move(target));
    case ScreenKind::Figure: return std::make_unique<FigureScreen>(std::move(target));
    case ScreenKind::Merchant: return std::make_unique<MerchantScreen>(std::move(target));
    case ScreenKind::Products: return std::make_unique<ProductsScreen>(std::move(target));
    case ScreenKind::Product: return std::make_unique<ProductScreen>(std::move(target));
    case ScreenKind::Search: return std::make_unique<SearchScreen>(std::move(target));
    case ScreenKind::CanUse: return std::make_unique<CanUseScreen>(std::move(target));
    case ScreenKind::Pictures: return std::make_unique<PictureViewerScreen>(std::move(target));
  }
  return std::make_unique<HomeScreen>();
}

}  // namespace kiosk
