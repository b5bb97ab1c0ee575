using Xemelios.Cli;
using Xemelios.Store;

_ = Entrepot.Preparer();
using var profil = Profil.Demande();
return await LigneDeCommande.ExecuterAsync(args, Console.Out, Console.Error);
