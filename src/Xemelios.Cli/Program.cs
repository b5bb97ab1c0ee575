using Xemelios.Cli;

return await LigneDeCommande.ExecuterAsync(args, Console.Out, Console.Error);
